DROP VIEW report_settings;

DROP VIEW issued_versions;

CREATE VIEW report_settings AS
SELECT entity AS id,
       body ->> '$.profile' AS profile,
       body ->> '$.language' AS language,
       body ->> '$.version' AS version,
       body ->> '$.audience' AS audience,
       body ->> '$.draft' AS draft,
       body ->> '$.left_out' AS left_out,
       body ->> '$.interviewees' AS interviewees,
       author AS revised_by,
       at AS revised
  FROM head
 WHERE kind = 'report_settings' AND body IS NOT NULL
 ORDER BY born, entity;

CREATE VIEW issued_versions AS
SELECT entity AS id,
       body ->> '$.version' AS version,
       body ->> '$.profile' AS profile,
       body ->> '$.issued' AS issued,
       body ->> '$.pdf' AS pdf,
       body ->> '$.content' AS content,
       body ->> '$.revisions' AS revisions,
       body ->> '$.pages' AS pages,
       author AS revised_by,
       at AS revised
  FROM head
 WHERE kind = 'issued_version' AND body IS NOT NULL
 ORDER BY born, entity;
