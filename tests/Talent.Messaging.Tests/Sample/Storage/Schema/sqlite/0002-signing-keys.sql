CREATE TABLE signing_keys (
  key_id TEXT NOT NULL CONSTRAINT pk_signing_keys PRIMARY KEY,
  private_key BLOB NOT NULL,
  signs_from INTEGER NOT NULL,
  signs_until INTEGER NOT NULL,
  published_until INTEGER NOT NULL
);
