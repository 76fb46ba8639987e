CREATE TABLE accounts (
  id TEXT NOT NULL CONSTRAINT pk_accounts PRIMARY KEY,
  sign_in_name TEXT NOT NULL,
  person_id TEXT NULL,
  closed_at INTEGER NULL
);
CREATE UNIQUE INDEX ix_accounts_sign_in_name ON accounts (sign_in_name);

CREATE TABLE account_grants (
  account_id TEXT NOT NULL,
  role TEXT NOT NULL,
  scope TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT NULL,
  CONSTRAINT pk_account_grants PRIMARY KEY (account_id, role, scope, valid_from),
  CONSTRAINT fk_account_grants_accounts_account_id FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
);

CREATE TABLE sessions (
  id TEXT NOT NULL CONSTRAINT pk_sessions PRIMARY KEY,
  account_id TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER NULL,
  CONSTRAINT fk_sessions_accounts_account_id FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE INDEX ix_sessions_account_id ON sessions (account_id);
CREATE INDEX ix_sessions_expires_at ON sessions (expires_at);

CREATE TABLE journeys (
  id TEXT NOT NULL CONSTRAINT pk_journeys PRIMARY KEY,
  account_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  answers TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  sent_at INTEGER NULL,
  version INTEGER NOT NULL,
  CONSTRAINT fk_journeys_accounts_account_id FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE INDEX ix_journeys_account_id ON journeys (account_id);
CREATE INDEX ix_journeys_started_at ON journeys (started_at);

CREATE TABLE protection_keys (
  id TEXT NOT NULL CONSTRAINT pk_protection_keys PRIMARY KEY,
  xml TEXT NOT NULL
);

CREATE TABLE signing_keys (
  key_id TEXT NOT NULL CONSTRAINT pk_signing_keys PRIMARY KEY,
  private_key BLOB NOT NULL,
  signs_from INTEGER NOT NULL,
  signs_until INTEGER NOT NULL,
  published_until INTEGER NOT NULL
);
