CREATE TABLE groups (
  id text COLLATE "C" NOT NULL,
  title text COLLATE "C" NOT NULL,
  region_code text,
  criticality_agreed_on date,
  version bigint NOT NULL,
  CONSTRAINT pk_groups PRIMARY KEY (id)
);
CREATE INDEX ix_groups_title_id ON groups (title, id);

CREATE TABLE import_files (
  import_id text NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT pk_import_files PRIMARY KEY (import_id)
);

CREATE TABLE import_remarks (
  import_id text NOT NULL,
  place integer NOT NULL,
  kind integer NOT NULL,
  line integer NOT NULL,
  "column" text NOT NULL,
  reason text NOT NULL,
  code text NOT NULL,
  CONSTRAINT pk_import_remarks PRIMARY KEY (import_id, place)
);

CREATE TABLE imports (
  id text NOT NULL,
  kind integer NOT NULL,
  file_name text NOT NULL,
  as_of date NOT NULL,
  state integer NOT NULL,
  rows_total integer NOT NULL,
  rows_done integer NOT NULL,
  created integer NOT NULL,
  changed integer NOT NULL,
  unchanged integer NOT NULL,
  errors integer NOT NULL,
  unknown integer NOT NULL,
  summary text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  finished_at timestamp with time zone,
  actor_id text NOT NULL,
  correlation_id text NOT NULL,
  trace_parent text NOT NULL,
  CONSTRAINT pk_imports PRIMARY KEY (id)
);

CREATE TABLE organisation_successions (
  predecessor text NOT NULL,
  successor text NOT NULL,
  happened_on date NOT NULL,
  kind integer NOT NULL,
  CONSTRAINT pk_organisation_successions PRIMARY KEY (predecessor, successor)
);

CREATE TABLE organisations (
  code text COLLATE "C" NOT NULL,
  kind integer NOT NULL,
  starts_on date,
  ends_on date,
  parent_code text,
  sectors text NOT NULL,
  postcode text,
  source integer NOT NULL,
  version bigint NOT NULL,
  CONSTRAINT pk_organisations PRIMARY KEY (code)
);
CREATE INDEX ix_organisations_parent_code ON organisations (parent_code);

CREATE TABLE posts (
  id text COLLATE "C" NOT NULL,
  group_id text NOT NULL,
  title text COLLATE "C" NOT NULL,
  family text NOT NULL,
  level integer NOT NULL,
  days_per_week double precision,
  criticality integer,
  development_post boolean NOT NULL,
  designed_around_person boolean,
  designed_around_evidence_id text,
  starts_on date NOT NULL,
  ends_on date,
  version bigint NOT NULL,
  CONSTRAINT pk_posts PRIMARY KEY (id)
);
CREATE INDEX ix_posts_group_id ON posts (group_id);
CREATE INDEX ix_posts_title_id ON posts (title, id);

CREATE TABLE signing_keys (
  key_id text NOT NULL,
  private_key bytea NOT NULL,
  signs_from timestamp with time zone NOT NULL,
  signs_until timestamp with time zone NOT NULL,
  published_until timestamp with time zone NOT NULL,
  CONSTRAINT pk_signing_keys PRIMARY KEY (key_id)
);

CREATE TABLE group_members (
  group_id text COLLATE "C" NOT NULL,
  place integer NOT NULL,
  organisation_code text NOT NULL,
  starts_on date,
  ends_on date,
  CONSTRAINT pk_group_members PRIMARY KEY (group_id, place),
  CONSTRAINT fk_group_members_groups_group_id FOREIGN KEY (group_id) REFERENCES groups (id) ON DELETE CASCADE
);
CREATE INDEX ix_group_members_organisation_code ON group_members (organisation_code);

CREATE TABLE organisation_values (
  code text COLLATE "C" NOT NULL,
  field integer NOT NULL,
  place integer NOT NULL,
  value text NOT NULL,
  search_text text NOT NULL,
  starts_on date,
  ends_on date,
  CONSTRAINT pk_organisation_values PRIMARY KEY (code, field, place),
  CONSTRAINT fk_organisation_values_organisations_code FOREIGN KEY (code) REFERENCES organisations (code) ON DELETE CASCADE
);
CREATE INDEX ix_organisation_values_field_value ON organisation_values (field, value);

CREATE TABLE appointments (
  id text NOT NULL,
  post_id text COLLATE "C" NOT NULL,
  person_id text NOT NULL,
  kind integer NOT NULL,
  starts_on date NOT NULL,
  planned_end_on date,
  ends_on date,
  end_reason integer NOT NULL,
  CONSTRAINT pk_appointments PRIMARY KEY (id),
  CONSTRAINT fk_appointments_posts_post_id FOREIGN KEY (post_id) REFERENCES posts (id) ON DELETE CASCADE
);
CREATE INDEX ix_appointments_person_id ON appointments (person_id);
CREATE INDEX ix_appointments_post_id ON appointments (post_id);

CREATE TABLE post_deputies (
  post_id text COLLATE "C" NOT NULL,
  place integer NOT NULL,
  deputy_post_id text NOT NULL,
  accepted boolean NOT NULL,
  CONSTRAINT pk_post_deputies PRIMARY KEY (post_id, place),
  CONSTRAINT fk_post_deputies_posts_post_id FOREIGN KEY (post_id) REFERENCES posts (id) ON DELETE CASCADE
);

CREATE TABLE post_served (
  post_id text COLLATE "C" NOT NULL,
  place integer NOT NULL,
  organisation_code text NOT NULL,
  share double precision,
  voting boolean NOT NULL,
  CONSTRAINT pk_post_served PRIMARY KEY (post_id, place),
  CONSTRAINT fk_post_served_posts_post_id FOREIGN KEY (post_id) REFERENCES posts (id) ON DELETE CASCADE
);
CREATE INDEX ix_post_served_organisation_code ON post_served (organisation_code);

CREATE TABLE appointment_terms (
  appointment_id text NOT NULL,
  place integer NOT NULL,
  organisation_code text NOT NULL,
  basis integer NOT NULL,
  lead boolean NOT NULL,
  appointing_body text,
  approved_on date,
  first_appointed_on date,
  ended_on date,
  CONSTRAINT pk_appointment_terms PRIMARY KEY (appointment_id, place),
  CONSTRAINT fk_appointment_terms_appointments_appointment_id FOREIGN KEY (appointment_id) REFERENCES appointments (id) ON DELETE CASCADE
);
