CREATE TABLE rebuilds (
  id text NOT NULL,
  source text NOT NULL,
  log_id text NOT NULL,
  position bigint NOT NULL,
  reason text NOT NULL,
  actor_id text NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  CONSTRAINT pk_rebuilds PRIMARY KEY (id)
);
