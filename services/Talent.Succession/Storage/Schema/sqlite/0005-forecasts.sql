CREATE TABLE forecasts (
  group_id TEXT NOT NULL,
  tier INTEGER NOT NULL,
  forecast_version INTEGER NOT NULL,
  model_version TEXT NOT NULL,
  as_of TEXT NOT NULL,
  roles_position INTEGER NOT NULL,
  development_position INTEGER NOT NULL,
  succession_position INTEGER NOT NULL,
  seed INTEGER NOT NULL,
  trials INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  content BLOB NOT NULL,
  version INTEGER NOT NULL,
  CONSTRAINT pk_forecasts PRIMARY KEY (group_id, tier)
);

CREATE TABLE forecast_progress (
  group_id TEXT NOT NULL CONSTRAINT pk_forecast_progress PRIMARY KEY,
  steps_done INTEGER NOT NULL,
  steps INTEGER NOT NULL,
  restarts INTEGER NOT NULL
);
