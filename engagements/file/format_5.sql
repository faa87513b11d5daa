DROP VIEW interviews;

DROP VIEW answers;

CREATE VIEW interviews AS
SELECT entity AS id,
       body ->> '$.title' AS title,
       body ->> '$.people' AS people,
       body ->> '$.assessors' AS assessors,
       body ->> '$.scope_unit' AS scope_unit,
       body ->> '$.day' AS day,
       body ->> '$.starts' AS starts,
       body ->> '$.minutes' AS minutes,
       body ->> '$.state' AS state,
       body ->> '$.elapsed' AS elapsed,
       body ->> '$.agenda' AS agenda,
       body ->> '$.parked' AS parked,
       body ->> '$.asked' AS asked,
       body ->> '$.ticked' AS ticked,
       body ->> '$.sent' AS sent,
       body ->> '$.reply_by' AS reply_by,
       body ->> '$.confirmed' AS confirmed,
       author AS revised_by,
       at AS revised
  FROM head
 WHERE kind = 'interview' AND body IS NOT NULL
 ORDER BY born, entity;

CREATE VIEW answers AS
SELECT entity AS id,
       body ->> '$.criterion' AS criterion,
       body ->> '$.scope_unit' AS scope_unit,
       body ->> '$.interview' AS interview,
       body ->> '$.voice' AS voice,
       body ->> '$.value' AS value,
       body ->> '$.reason' AS reason,
       body ->> '$.corrected' AS corrected,
       author AS revised_by,
       at AS revised
  FROM head
 WHERE kind = 'answer' AND body IS NOT NULL
 ORDER BY born, entity;

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
       author AS revised_by,
       at AS revised
  FROM head
 WHERE kind = 'report_settings' AND body IS NOT NULL
 ORDER BY born, entity;
