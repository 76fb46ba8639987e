CREATE TABLE slates (
  post_id TEXT NOT NULL CONSTRAINT pk_slates PRIMARY KEY,
  version INTEGER NOT NULL
);

CREATE TABLE nominations (
  id TEXT NOT NULL CONSTRAINT pk_nominations PRIMARY KEY,
  post_id TEXT NOT NULL,
  person_id TEXT NULL,
  external_text_id TEXT NULL,
  rank INTEGER NULL,
  has_readiness INTEGER NOT NULL,
  ready_earliest TEXT NULL,
  ready_latest TEXT NULL,
  readiness_recorded_on TEXT NULL,
  telling INTEGER NOT NULL,
  confidential_reason TEXT NOT NULL,
  confidential_approver TEXT NOT NULL,
  confidential_until TEXT NULL,
  endorsed INTEGER NOT NULL,
  nominated_on TEXT NOT NULL,
  changed_version INTEGER NOT NULL
);
CREATE INDEX ix_nominations_person_id ON nominations (person_id);
CREATE INDEX ix_nominations_post_id ON nominations (post_id);

CREATE TABLE flags (
  id TEXT NOT NULL CONSTRAINT pk_flags PRIMARY KEY,
  rule TEXT NOT NULL,
  group_id TEXT NOT NULL,
  key_post_id TEXT NOT NULL,
  content BLOB NOT NULL,
  raised_on TEXT NOT NULL,
  cleared_on TEXT NULL,
  version INTEGER NOT NULL
);
CREATE INDEX ix_flags_group_id ON flags (group_id);

CREATE TABLE slate_reads (
  id TEXT NOT NULL CONSTRAINT pk_slate_reads PRIMARY KEY,
  account_id TEXT NOT NULL,
  method TEXT NOT NULL,
  post_id TEXT NOT NULL,
  group_id TEXT NOT NULL,
  read_at INTEGER NOT NULL
);
CREATE INDEX ix_slate_reads_post_id ON slate_reads (post_id);

CREATE TABLE signing_keys (
  key_id TEXT NOT NULL CONSTRAINT pk_signing_keys PRIMARY KEY,
  private_key BLOB NOT NULL,
  signs_from INTEGER NOT NULL,
  signs_until INTEGER NOT NULL,
  published_until INTEGER NOT NULL
);

CREATE TABLE roles_groups (
  id TEXT NOT NULL CONSTRAINT pk_roles_groups PRIMARY KEY,
  region_code TEXT NOT NULL,
  criticality_agreed_on TEXT NULL
);

CREATE TABLE roles_posts (
  id TEXT NOT NULL CONSTRAINT pk_roles_posts PRIMARY KEY,
  group_id TEXT NOT NULL,
  content BLOB NOT NULL,
  vacant_since TEXT NULL
);
CREATE INDEX ix_roles_posts_group_id ON roles_posts (group_id);

CREATE TABLE roles_appointments (
  id TEXT NOT NULL CONSTRAINT pk_roles_appointments PRIMARY KEY,
  post_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  content BLOB NOT NULL
);
CREATE INDEX ix_roles_appointments_person_id ON roles_appointments (person_id);
CREATE INDEX ix_roles_appointments_post_id ON roles_appointments (post_id);

CREATE TABLE development_people (
  id TEXT NOT NULL CONSTRAINT pk_development_people PRIMARY KEY,
  group_id TEXT NOT NULL,
  employer_code TEXT NOT NULL
);

CREATE TABLE development_readiness (
  id TEXT NOT NULL CONSTRAINT pk_development_readiness PRIMARY KEY,
  person_id TEXT NOT NULL,
  content BLOB NOT NULL
);
CREATE INDEX ix_development_readiness_person_id ON development_readiness (person_id);

CREATE TABLE boards (
  group_id TEXT NOT NULL CONSTRAINT pk_boards PRIMARY KEY,
  board_version INTEGER NOT NULL,
  as_of TEXT NOT NULL,
  roles_position INTEGER NOT NULL,
  content BLOB NOT NULL,
  version INTEGER NOT NULL
);
