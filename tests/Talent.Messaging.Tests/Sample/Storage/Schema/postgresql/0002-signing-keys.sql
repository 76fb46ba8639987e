CREATE TABLE signing_keys (
  key_id text NOT NULL,
  private_key bytea NOT NULL,
  signs_from timestamp with time zone NOT NULL,
  signs_until timestamp with time zone NOT NULL,
  published_until timestamp with time zone NOT NULL,
  CONSTRAINT pk_signing_keys PRIMARY KEY (key_id)
);
