CREATE TABLE forecasts (
  group_id text NOT NULL,
  tier integer NOT NULL,
  forecast_version bigint NOT NULL,
  model_version text NOT NULL,
  as_of date NOT NULL,
  roles_position bigint NOT NULL,
  development_position bigint NOT NULL,
  succession_position bigint NOT NULL,
  seed bigint NOT NULL,
  trials integer NOT NULL,
  fingerprint text NOT NULL,
  content bytea NOT NULL,
  version bigint NOT NULL,
  CONSTRAINT pk_forecasts PRIMARY KEY (group_id, tier)
);

CREATE TABLE forecast_progress (
  group_id text NOT NULL,
  steps_done integer NOT NULL,
  steps integer NOT NULL,
  restarts integer NOT NULL,
  CONSTRAINT pk_forecast_progress PRIMARY KEY (group_id)
);
