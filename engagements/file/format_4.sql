CREATE VIEW comments AS
SELECT entity AS id,
       body ->> '$.number' AS number,
       body ->> '$.version' AS version,
       body ->> '$.page' AS page,
       body ->> '$.section' AS section,
       body ->> '$.reader' AS reader,
       body ->> '$.text' AS text,
       body ->> '$.response' AS response,
       body ->> '$.state' AS state,
       author AS revised_by,
       at AS revised
  FROM head
 WHERE kind = 'comment' AND body IS NOT NULL
 ORDER BY born, entity;
