CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sitting (
  id TEXT PRIMARY KEY,
  device TEXT NOT NULL,
  author TEXT NOT NULL,
  program TEXT NOT NULL,
  started TEXT NOT NULL,
  saw TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT, WITHOUT ROWID;

CREATE TABLE revision (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  sitting TEXT NOT NULL REFERENCES sitting (id),
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  clock INTEGER NOT NULL CHECK (clock >= 1),
  kind TEXT NOT NULL,
  entity TEXT NOT NULL,
  shape INTEGER NOT NULL CHECK (shape >= 1),
  parents TEXT NOT NULL,
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  action TEXT NOT NULL,
  change TEXT NOT NULL,
  takes_back TEXT,
  payload BLOB CHECK (payload IS NULL OR length(payload) = 32),
  previous BLOB NOT NULL CHECK (length(previous) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  UNIQUE (sitting, sequence)
) STRICT;

CREATE INDEX revision_entity ON revision (kind, entity);

CREATE INDEX revision_change ON revision (change);

CREATE TABLE payload (
  revision INTEGER PRIMARY KEY REFERENCES revision (number),
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  body BLOB NOT NULL
) STRICT;

CREATE TABLE erased (
  revision INTEGER PRIMARY KEY REFERENCES revision (number),
  erasure INTEGER NOT NULL REFERENCES revision (number)
) STRICT;

CREATE INDEX erased_erasure ON erased (erasure);

CREATE TABLE head (
  revision INTEGER PRIMARY KEY REFERENCES revision (number),
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  entity TEXT NOT NULL,
  born INTEGER NOT NULL,
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  shape INTEGER NOT NULL,
  body TEXT
) STRICT;

CREATE INDEX head_entity ON head (kind, entity);

CREATE TABLE blob (
  id INTEGER PRIMARY KEY,
  sha256 TEXT UNIQUE,
  size INTEGER NOT NULL CHECK (size >= 0),
  chunks INTEGER NOT NULL CHECK (chunks >= 0),
  added TEXT NOT NULL
) STRICT;

CREATE TABLE chunk (
  id INTEGER PRIMARY KEY,
  blob INTEGER NOT NULL REFERENCES blob (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  data BLOB NOT NULL,
  UNIQUE (blob, position)
) STRICT;

CREATE TABLE attachment (
  sha256 TEXT NOT NULL REFERENCES blob (sha256),
  revision INTEGER NOT NULL REFERENCES revision (number),
  PRIMARY KEY (sha256, revision)
) STRICT, WITHOUT ROWID;

CREATE INDEX attachment_revision ON attachment (revision);

CREATE TABLE draft (
  key TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE VIEW clients AS
SELECT entity AS id,
       body ->> '$.name' AS name,
       body ->> '$.sector' AS sector,
       author AS revised_by,
       at AS revised
  FROM head
 WHERE kind = 'client' AND body IS NOT NULL
 ORDER BY born, entity;

CREATE VIEW engagements AS
SELECT entity AS id,
       body ->> '$.title' AS title,
       body ->> '$.scope' AS scope,
       body ->> '$.target' AS target,
       body ->> '$.starts' AS starts,
       body ->> '$.ends' AS ends,
       body ->> '$.roadmap_start' AS roadmap_start,
       body ->> '$.language' AS language,
       body ->> '$.framework' AS framework,
       body ->> '$.brand' AS brand,
       body ->> '$.status' AS status,
       author AS revised_by,
       at AS revised
  FROM head
 WHERE kind = 'engagement' AND body IS NOT NULL
 ORDER BY born, entity;

CREATE VIEW scope_units AS
SELECT entity AS id,
       body ->> '$.name' AS name,
       body ->> '$.models' AS models,
       body ->> '$.position' AS position,
       author AS revised_by,
       at AS revised
  FROM head
 WHERE kind = 'scope_unit' AND body IS NOT NULL
 ORDER BY born, entity;

CREATE VIEW people AS
SELECT entity AS id,
       body ->> '$.name' AS name,
       body ->> '$.role' AS role,
       body ->> '$.title' AS title,
       body ->> '$.scope_unit' AS scope_unit,
       body ->> '$.consent' AS consent,
       body ->> '$.pseudonym' AS pseudonym,
       author AS revised_by,
       at AS revised
  FROM head
 WHERE kind = 'person' AND body IS NOT NULL
 ORDER BY born, entity;

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
       author AS revised_by,
       at AS revised
  FROM head
 WHERE kind = 'answer' AND body IS NOT NULL
 ORDER BY born, entity;

CREATE VIEW notes AS
SELECT entity AS id,
       body ->> '$.interview' AS interview,
       body ->> '$.author' AS author,
       body ->> '$.text' AS text,
       body ->> '$.criteria' AS criteria,
       body ->> '$.note_kind' AS note_kind,
       body ->> '$.off_record' AS off_record,
       body ->> '$.done' AS done,
       body ->> '$.position' AS position,
       body ->> '$.scope_unit' AS scope_unit,
       author AS revised_by,
       at AS revised
  FROM head
 WHERE kind = 'note' AND body IS NOT NULL
 ORDER BY born, entity;

CREATE VIEW judgements AS
SELECT entity AS id,
       body ->> '$.criterion' AS criterion,
       body ->> '$.scope_unit' AS scope_unit,
       body ->> '$.value' AS value,
       body ->> '$.reason' AS reason,
       body ->> '$.saw' AS saw,
       author AS revised_by,
       at AS revised
  FROM head
 WHERE kind = 'judgement' AND body IS NOT NULL
 ORDER BY born, entity;

CREATE VIEW evidence AS
SELECT entity AS id,
       body ->> '$.reference' AS reference,
       body ->> '$.title' AS title,
       body ->> '$.description' AS description,
       body ->> '$.grade' AS grade,
       body ->> '$.speaks_for' AS speaks_for,
       body ->> '$.scope_unit' AS scope_unit,
       body ->> '$.interview' AS interview,
       body ->> '$.shown' AS shown,
       body ->> '$.attachment' AS attachment,
       body ->> '$.link' AS link,
       author AS revised_by,
       at AS revised
  FROM head
 WHERE kind = 'evidence' AND body IS NOT NULL
 ORDER BY born, entity;

CREATE VIEW evidence_requests AS
SELECT entity AS id,
       body ->> '$.title' AS title,
       body ->> '$.person' AS person,
       body ->> '$.criteria' AS criteria,
       body ->> '$.due' AS due,
       body ->> '$.received' AS received,
       body ->> '$.interview' AS interview,
       author AS revised_by,
       at AS revised
  FROM head
 WHERE kind = 'evidence_request' AND body IS NOT NULL
 ORDER BY born, entity;

CREATE VIEW findings AS
SELECT entity AS id,
       body ->> '$.sort' AS sort,
       body ->> '$.text' AS text,
       body ->> '$.dimension' AS dimension,
       body ->> '$.criteria' AS criteria,
       body ->> '$.scope_unit' AS scope_unit,
       author AS revised_by,
       at AS revised
  FROM head
 WHERE kind = 'finding' AND body IS NOT NULL
 ORDER BY born, entity;

CREATE VIEW wordings AS
SELECT entity AS id,
       body ->> '$.slot' AS slot,
       body ->> '$.language' AS language,
       body ->> '$.text' AS text,
       body ->> '$.facts' AS facts,
       author AS revised_by,
       at AS revised
  FROM head
 WHERE kind = 'wording' AND body IS NOT NULL
 ORDER BY born, entity;

CREATE VIEW metric_readings AS
SELECT entity AS id,
       body ->> '$.metric' AS metric,
       body ->> '$.scope_unit' AS scope_unit,
       body ->> '$.low' AS low,
       body ->> '$.high' AS high,
       body ->> '$.not_measurable' AS not_measurable,
       body ->> '$.models' AS models,
       body ->> '$.period' AS period,
       body ->> '$.source_grade' AS source_grade,
       body ->> '$.cases' AS cases,
       body ->> '$.note' AS note,
       author AS revised_by,
       at AS revised
  FROM head
 WHERE kind = 'metric_reading' AND body IS NOT NULL
 ORDER BY born, entity;

CREATE VIEW plan_changes AS
SELECT entity AS id,
       body ->> '$.action' AS action,
       body ->> '$.include' AS include,
       body ->> '$.owner' AS owner,
       body ->> '$.weeks_low' AS weeks_low,
       body ->> '$.weeks_likely' AS weeks_likely,
       body ->> '$.weeks_high' AS weeks_high,
       body ->> '$.reason' AS reason,
       author AS revised_by,
       at AS revised
  FROM head
 WHERE kind = 'plan_change' AND body IS NOT NULL
 ORDER BY born, entity;

CREATE VIEW report_settings AS
SELECT entity AS id,
       body ->> '$.profile' AS profile,
       body ->> '$.language' AS language,
       body ->> '$.version' AS version,
       body ->> '$.audience' AS audience,
       body ->> '$.draft' AS draft,
       body ->> '$.left_out' AS left_out,
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
       author AS revised_by,
       at AS revised
  FROM head
 WHERE kind = 'issued_version' AND body IS NOT NULL
 ORDER BY born, entity;

CREATE VIEW history AS
SELECT revision.at AS at,
       revision.author AS author,
       revision.action AS action,
       revision.kind AS kind,
       revision.entity AS entity,
       revision.id AS revision,
       revision.change AS change,
       revision.takes_back AS takes_back,
       revision.payload IS NULL AS removal,
       erased.revision IS NOT NULL AS is_erased
  FROM revision
  LEFT JOIN erased ON erased.revision = revision.number
 ORDER BY revision.clock, revision.sitting;

CREATE VIEW attachments AS
SELECT blob.sha256 AS sha256,
       blob.size AS size,
       blob.added AS added,
       count(attachment.revision) AS named_by
  FROM blob
  LEFT JOIN attachment ON attachment.sha256 = blob.sha256
 WHERE blob.sha256 IS NOT NULL
 GROUP BY blob.id
 ORDER BY blob.id;
