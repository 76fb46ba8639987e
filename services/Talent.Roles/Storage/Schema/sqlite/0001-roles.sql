CREATE TABLE groups (
  id TEXT NOT NULL CONSTRAINT pk_groups PRIMARY KEY,
  title TEXT NOT NULL,
  region_code TEXT NULL,
  criticality_agreed_on TEXT NULL,
  version INTEGER NOT NULL
);
CREATE INDEX ix_groups_title_id ON groups (title, id);

CREATE TABLE import_files (
  import_id TEXT NOT NULL CONSTRAINT pk_import_files PRIMARY KEY,
  content BLOB NOT NULL
);

CREATE TABLE import_remarks (
  import_id TEXT NOT NULL,
  place INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  line INTEGER NOT NULL,
  "column" TEXT NOT NULL,
  reason TEXT NOT NULL,
  code TEXT NOT NULL,
  CONSTRAINT pk_import_remarks PRIMARY KEY (import_id, place)
);

CREATE TABLE imports (
  id TEXT NOT NULL CONSTRAINT pk_imports PRIMARY KEY,
  kind INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  as_of TEXT NOT NULL,
  state INTEGER NOT NULL,
  rows_total INTEGER NOT NULL,
  rows_done INTEGER NOT NULL,
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  errors INTEGER NOT NULL,
  unknown INTEGER NOT NULL,
  summary TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  finished_at INTEGER NULL,
  actor_id TEXT NOT NULL,
  correlation_id TEXT NOT NULL,
  trace_parent TEXT NOT NULL
);

CREATE TABLE organisation_successions (
  predecessor TEXT NOT NULL,
  successor TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  kind INTEGER NOT NULL,
  CONSTRAINT pk_organisation_successions PRIMARY KEY (predecessor, successor)
);

CREATE TABLE organisations (
  code TEXT NOT NULL CONSTRAINT pk_organisations PRIMARY KEY,
  kind INTEGER NOT NULL,
  starts_on TEXT NULL,
  ends_on TEXT NULL,
  parent_code TEXT NULL,
  sectors TEXT NOT NULL,
  postcode TEXT NULL,
  source INTEGER NOT NULL,
  version INTEGER NOT NULL
);
CREATE INDEX ix_organisations_parent_code ON organisations (parent_code);

CREATE TABLE posts (
  id TEXT NOT NULL CONSTRAINT pk_posts PRIMARY KEY,
  group_id TEXT NOT NULL,
  title TEXT NOT NULL,
  family TEXT NOT NULL,
  level INTEGER NOT NULL,
  days_per_week REAL NULL,
  criticality INTEGER NULL,
  development_post INTEGER NOT NULL,
  designed_around_person INTEGER NULL,
  designed_around_evidence_id TEXT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NULL,
  version INTEGER NOT NULL
);
CREATE INDEX ix_posts_group_id ON posts (group_id);
CREATE INDEX ix_posts_title_id ON posts (title, id);

CREATE TABLE signing_keys (
  key_id TEXT NOT NULL CONSTRAINT pk_signing_keys PRIMARY KEY,
  private_key BLOB NOT NULL,
  signs_from INTEGER NOT NULL,
  signs_until INTEGER NOT NULL,
  published_until INTEGER NOT NULL
);

CREATE TABLE group_members (
  group_id TEXT NOT NULL,
  place INTEGER NOT NULL,
  organisation_code TEXT NOT NULL,
  starts_on TEXT NULL,
  ends_on TEXT NULL,
  CONSTRAINT pk_group_members PRIMARY KEY (group_id, place),
  CONSTRAINT fk_group_members_groups_group_id FOREIGN KEY (group_id) REFERENCES groups (id) ON DELETE CASCADE
);
CREATE INDEX ix_group_members_organisation_code ON group_members (organisation_code);

CREATE TABLE organisation_values (
  code TEXT NOT NULL,
  field INTEGER NOT NULL,
  place INTEGER NOT NULL,
  value TEXT NOT NULL,
  search_text TEXT NOT NULL,
  starts_on TEXT NULL,
  ends_on TEXT NULL,
  CONSTRAINT pk_organisation_values PRIMARY KEY (code, field, place),
  CONSTRAINT fk_organisation_values_organisations_code FOREIGN KEY (code) REFERENCES organisations (code) ON DELETE CASCADE
);
CREATE INDEX ix_organisation_values_field_value ON organisation_values (field, value);

CREATE TABLE appointments (
  id TEXT NOT NULL CONSTRAINT pk_appointments PRIMARY KEY,
  post_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  kind INTEGER NOT NULL,
  starts_on TEXT NOT NULL,
  planned_end_on TEXT NULL,
  ends_on TEXT NULL,
  end_reason INTEGER NOT NULL,
  CONSTRAINT fk_appointments_posts_post_id FOREIGN KEY (post_id) REFERENCES posts (id) ON DELETE CASCADE
);
CREATE INDEX ix_appointments_person_id ON appointments (person_id);
CREATE INDEX ix_appointments_post_id ON appointments (post_id);

CREATE TABLE post_deputies (
  post_id TEXT NOT NULL,
  place INTEGER NOT NULL,
  deputy_post_id TEXT NOT NULL,
  accepted INTEGER NOT NULL,
  CONSTRAINT pk_post_deputies PRIMARY KEY (post_id, place),
  CONSTRAINT fk_post_deputies_posts_post_id FOREIGN KEY (post_id) REFERENCES posts (id) ON DELETE CASCADE
);

CREATE TABLE post_served (
  post_id TEXT NOT NULL,
  place INTEGER NOT NULL,
  organisation_code TEXT NOT NULL,
  share REAL NULL,
  voting INTEGER NOT NULL,
  CONSTRAINT pk_post_served PRIMARY KEY (post_id, place),
  CONSTRAINT fk_post_served_posts_post_id FOREIGN KEY (post_id) REFERENCES posts (id) ON DELETE CASCADE
);
CREATE INDEX ix_post_served_organisation_code ON post_served (organisation_code);

CREATE TABLE appointment_terms (
  appointment_id TEXT NOT NULL,
  place INTEGER NOT NULL,
  organisation_code TEXT NOT NULL,
  basis INTEGER NOT NULL,
  lead INTEGER NOT NULL,
  appointing_body TEXT NULL,
  approved_on TEXT NULL,
  first_appointed_on TEXT NULL,
  ended_on TEXT NULL,
  CONSTRAINT pk_appointment_terms PRIMARY KEY (appointment_id, place),
  CONSTRAINT fk_appointment_terms_appointments_appointment_id FOREIGN KEY (appointment_id) REFERENCES appointments (id) ON DELETE CASCADE
);
