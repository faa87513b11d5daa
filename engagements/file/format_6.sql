DROP VIEW report_settings;

CREATE VIEW report_settings AS
SELECT entity AS id,
       body ->> '$.profile' AS profile,
       body ->> '$.language' AS language,
       body ->> '$.version' AS version,
       body ->> '$.audience' AS audience,
       body ->> '$.draft' AS draft,
       body ->> '$.left_out' AS left_out,
       body ->> '$.order' AS "order",
       body ->> '$.interviewees' AS interviewees,
       body ->> '$.paper' AS paper,
       body ->> '$.file_name' AS file_name,
       body ->> '$.signatories' AS signatories,
       author AS revised_by,
       at AS revised
  FROM head
 WHERE kind = 'report_settings' AND body IS NOT NULL
 ORDER BY born, entity;
