CREATE VIEW previous_assessments AS
SELECT entity AS id,
       body ->> '$.title' AS title,
       body ->> '$.assessed' AS assessed,
       body ->> '$.framework' AS framework,
       body ->> '$.low' AS low,
       body ->> '$.high' AS high,
       body ->> '$.verified' AS verified,
       body ->> '$.dimensions' AS dimensions,
       body ->> '$.criteria' AS criteria,
       author AS revised_by,
       at AS revised
  FROM head
 WHERE kind = 'previous_assessment' AND body IS NOT NULL
 ORDER BY born, entity;
