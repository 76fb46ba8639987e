CREATE TABLE people (
  id TEXT NOT NULL CONSTRAINT pk_people PRIMARY KEY,
  display_name TEXT NOT NULL,
  search_name TEXT NOT NULL,
  group_id TEXT NOT NULL,
  employer_code TEXT NOT NULL,
  manager_id TEXT NOT NULL,
  controller_code TEXT NOT NULL,
  erased INTEGER NOT NULL,
  version INTEGER NOT NULL
);
CREATE INDEX ix_people_group_id_search_name_id ON people (group_id, search_name, id);
CREATE INDEX ix_people_manager_id ON people (manager_id);

CREATE TABLE readiness_statements (
  id TEXT NOT NULL CONSTRAINT pk_readiness_statements PRIMARY KEY,
  person_id TEXT NOT NULL,
  family TEXT NOT NULL,
  level TEXT NOT NULL,
  earliest TEXT NULL,
  latest TEXT NULL,
  source TEXT NOT NULL,
  stated_on TEXT NOT NULL,
  audience TEXT NOT NULL,
  published_as TEXT NULL
);
CREATE UNIQUE INDEX ix_readiness_statements_person_id_family_level_source ON readiness_statements (person_id, family, level, source);

CREATE TABLE sharing_choices (
  person_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  audience TEXT NOT NULL,
  chosen_on TEXT NOT NULL,
  published_as TEXT NULL,
  CONSTRAINT pk_sharing_choices PRIMARY KEY (person_id, subject)
);

CREATE TABLE record_reads (
  id TEXT NOT NULL CONSTRAINT pk_record_reads PRIMARY KEY,
  person_id TEXT NOT NULL,
  reader_id TEXT NOT NULL,
  role TEXT NOT NULL,
  method TEXT NOT NULL,
  time INTEGER NOT NULL
);
CREATE INDEX ix_record_reads_person_id_id ON record_reads (person_id, id);

CREATE TABLE erasures (
  person_id TEXT NOT NULL CONSTRAINT pk_erasures PRIMARY KEY,
  erased_at INTEGER NOT NULL,
  reason_code TEXT NOT NULL
);

CREATE TABLE signing_keys (
  key_id TEXT NOT NULL CONSTRAINT pk_signing_keys PRIMARY KEY,
  private_key BLOB NOT NULL,
  signs_from INTEGER NOT NULL,
  signs_until INTEGER NOT NULL,
  published_until INTEGER NOT NULL
);
