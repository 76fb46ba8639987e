CREATE TABLE slates (
  post_id text NOT NULL,
  version bigint NOT NULL,
  CONSTRAINT pk_slates PRIMARY KEY (post_id)
);

CREATE TABLE nominations (
  id text NOT NULL,
  post_id text NOT NULL,
  person_id text NULL,
  external_text_id text NULL,
  rank integer NULL,
  has_readiness boolean NOT NULL,
  ready_earliest date NULL,
  ready_latest date NULL,
  readiness_recorded_on date NULL,
  telling integer NOT NULL,
  confidential_reason text NOT NULL,
  confidential_approver text NOT NULL,
  confidential_until date NULL,
  endorsed boolean NOT NULL,
  nominated_on date NOT NULL,
  changed_version bigint NOT NULL,
  CONSTRAINT pk_nominations PRIMARY KEY (id)
);
CREATE INDEX ix_nominations_person_id ON nominations (person_id);
CREATE INDEX ix_nominations_post_id ON nominations (post_id);

CREATE TABLE flags (
  id text NOT NULL,
  rule text NOT NULL,
  group_id text NOT NULL,
  key_post_id text NOT NULL,
  content bytea NOT NULL,
  raised_on date NOT NULL,
  cleared_on date NULL,
  version bigint NOT NULL,
  CONSTRAINT pk_flags PRIMARY KEY (id)
);
CREATE INDEX ix_flags_group_id ON flags (group_id);

CREATE TABLE slate_reads (
  id text NOT NULL,
  account_id text NOT NULL,
  method text NOT NULL,
  post_id text NOT NULL,
  group_id text NOT NULL,
  read_at timestamp with time zone NOT NULL,
  CONSTRAINT pk_slate_reads PRIMARY KEY (id)
);
CREATE INDEX ix_slate_reads_post_id ON slate_reads (post_id);

CREATE TABLE signing_keys (
  key_id text NOT NULL,
  private_key bytea NOT NULL,
  signs_from timestamp with time zone NOT NULL,
  signs_until timestamp with time zone NOT NULL,
  published_until timestamp with time zone NOT NULL,
  CONSTRAINT pk_signing_keys PRIMARY KEY (key_id)
);

CREATE TABLE roles_groups (
  id text NOT NULL,
  region_code text NOT NULL,
  criticality_agreed_on date NULL,
  CONSTRAINT pk_roles_groups PRIMARY KEY (id)
);

CREATE TABLE roles_posts (
  id text NOT NULL,
  group_id text NOT NULL,
  content bytea NOT NULL,
  vacant_since date NULL,
  CONSTRAINT pk_roles_posts PRIMARY KEY (id)
);
CREATE INDEX ix_roles_posts_group_id ON roles_posts (group_id);

CREATE TABLE roles_appointments (
  id text NOT NULL,
  post_id text NOT NULL,
  person_id text NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT pk_roles_appointments PRIMARY KEY (id)
);
CREATE INDEX ix_roles_appointments_person_id ON roles_appointments (person_id);
CREATE INDEX ix_roles_appointments_post_id ON roles_appointments (post_id);

CREATE TABLE development_people (
  id text NOT NULL,
  group_id text NOT NULL,
  employer_code text NOT NULL,
  CONSTRAINT pk_development_people PRIMARY KEY (id)
);

CREATE TABLE development_readiness (
  id text NOT NULL,
  person_id text NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT pk_development_readiness PRIMARY KEY (id)
);
CREATE INDEX ix_development_readiness_person_id ON development_readiness (person_id);

CREATE TABLE boards (
  group_id text NOT NULL,
  board_version bigint NOT NULL,
  as_of date NOT NULL,
  roles_position bigint NOT NULL,
  content bytea NOT NULL,
  version bigint NOT NULL,
  CONSTRAINT pk_boards PRIMARY KEY (group_id)
);
