CREATE TABLE rebuilds (
  id TEXT NOT NULL CONSTRAINT pk_rebuilds PRIMARY KEY,
  source TEXT NOT NULL,
  log_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  reason TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  asked_at INTEGER NOT NULL
);
