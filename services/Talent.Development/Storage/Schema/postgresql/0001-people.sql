CREATE TABLE people (
  id text COLLATE "C" NOT NULL,
  display_name text NOT NULL,
  search_name text COLLATE "C" NOT NULL,
  group_id text NOT NULL,
  employer_code text NOT NULL,
  manager_id text NOT NULL,
  controller_code text NOT NULL,
  erased boolean NOT NULL,
  version bigint NOT NULL,
  CONSTRAINT pk_people PRIMARY KEY (id)
);
CREATE INDEX ix_people_group_id_search_name_id ON people (group_id, search_name, id);
CREATE INDEX ix_people_manager_id ON people (manager_id);

CREATE TABLE readiness_statements (
  id text NOT NULL,
  person_id text NOT NULL,
  family text NOT NULL,
  level text NOT NULL,
  earliest date,
  latest date,
  source text NOT NULL,
  stated_on date NOT NULL,
  audience text NOT NULL,
  published_as text,
  CONSTRAINT pk_readiness_statements PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_readiness_statements_person_id_family_level_source ON readiness_statements (person_id, family, level, source);

CREATE TABLE sharing_choices (
  person_id text NOT NULL,
  subject text NOT NULL,
  audience text NOT NULL,
  chosen_on date NOT NULL,
  published_as text,
  CONSTRAINT pk_sharing_choices PRIMARY KEY (person_id, subject)
);

CREATE TABLE record_reads (
  id text COLLATE "C" NOT NULL,
  person_id text NOT NULL,
  reader_id text NOT NULL,
  role text NOT NULL,
  method text NOT NULL,
  time timestamp with time zone NOT NULL,
  CONSTRAINT pk_record_reads PRIMARY KEY (id)
);
CREATE INDEX ix_record_reads_person_id_id ON record_reads (person_id, id);

CREATE TABLE erasures (
  person_id text NOT NULL,
  erased_at timestamp with time zone NOT NULL,
  reason_code text NOT NULL,
  CONSTRAINT pk_erasures PRIMARY KEY (person_id)
);

CREATE TABLE signing_keys (
  key_id text NOT NULL,
  private_key bytea NOT NULL,
  signs_from timestamp with time zone NOT NULL,
  signs_until timestamp with time zone NOT NULL,
  published_until timestamp with time zone NOT NULL,
  CONSTRAINT pk_signing_keys PRIMARY KEY (key_id)
);
