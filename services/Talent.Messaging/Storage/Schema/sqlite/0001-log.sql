CREATE TABLE events (
  sequence INTEGER NOT NULL CONSTRAINT pk_events PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  aggregate TEXT NOT NULL,
  aggregate_version INTEGER NOT NULL,
  type TEXT NOT NULL,
  payload BLOB NOT NULL,
  actor_id TEXT NOT NULL,
  reason_code TEXT NOT NULL,
  correlation_id TEXT NOT NULL,
  trace_parent TEXT NOT NULL,
  time INTEGER NOT NULL
);
CREATE UNIQUE INDEX ix_events_id ON events (id);
CREATE UNIQUE INDEX ix_events_aggregate_aggregate_version ON events (aggregate, aggregate_version);

CREATE TABLE event_positions (
  position INTEGER NOT NULL CONSTRAINT pk_event_positions PRIMARY KEY,
  event_id TEXT NOT NULL
);
CREATE UNIQUE INDEX ix_event_positions_event_id ON event_positions (event_id);

CREATE TABLE log_identity (
  id INTEGER NOT NULL CONSTRAINT pk_log_identity PRIMARY KEY,
  log_id TEXT NOT NULL,
  made_at INTEGER NOT NULL
);

CREATE TABLE leases (
  name TEXT NOT NULL CONSTRAINT pk_leases PRIMARY KEY,
  owner TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
);

CREATE TABLE relay_progress (
  id INTEGER NOT NULL CONSTRAINT pk_relay_progress PRIMARY KEY,
  settled_sequence INTEGER NOT NULL,
  published_position INTEGER NOT NULL
);
INSERT INTO relay_progress VALUES (1, 0, 0);

CREATE TABLE checkpoints (
  source TEXT NOT NULL CONSTRAINT pk_checkpoints PRIMARY KEY,
  log_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  stalled_position INTEGER NOT NULL,
  stalled_event_id TEXT NOT NULL,
  stalled_reason TEXT NOT NULL,
  rebuild_target INTEGER NOT NULL
);

CREATE TABLE skipped_events (
  source TEXT NOT NULL,
  event_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  reason TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  skipped_at INTEGER NOT NULL,
  CONSTRAINT pk_skipped_events PRIMARY KEY (source, event_id)
);

CREATE TABLE requests (
  principal TEXT NOT NULL,
  method TEXT NOT NULL,
  request_id TEXT NOT NULL,
  body_hash BLOB NOT NULL,
  identifiers TEXT NOT NULL,
  etag TEXT NOT NULL,
  committed_at INTEGER NOT NULL,
  CONSTRAINT pk_requests PRIMARY KEY (principal, method, request_id)
);
CREATE INDEX ix_requests_committed_at ON requests (committed_at);

CREATE TABLE texts (
  id TEXT NOT NULL CONSTRAINT pk_texts PRIMARY KEY,
  class TEXT NOT NULL,
  content TEXT NOT NULL,
  written_at INTEGER NOT NULL,
  delete_on TEXT NULL
);

CREATE TABLE text_subjects (
  text_id TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  CONSTRAINT pk_text_subjects PRIMARY KEY (text_id, subject_id),
  CONSTRAINT fk_text_subjects_texts_text_id FOREIGN KEY (text_id) REFERENCES texts (id) ON DELETE CASCADE
);
CREATE INDEX ix_text_subjects_subject_id ON text_subjects (subject_id);

CREATE TABLE work (
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  wanted INTEGER NOT NULL,
  done INTEGER NOT NULL,
  owner TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  not_before INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  failure_reason TEXT NOT NULL,
  CONSTRAINT pk_work PRIMARY KEY (kind, subject)
);
CREATE INDEX ix_work_not_before ON work (not_before) WHERE done < wanted;
