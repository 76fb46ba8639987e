CREATE TABLE accounts (
  id text NOT NULL,
  sign_in_name text NOT NULL,
  person_id text NULL,
  closed_at timestamp with time zone NULL,
  CONSTRAINT pk_accounts PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_accounts_sign_in_name ON accounts (sign_in_name);

CREATE TABLE account_grants (
  account_id text NOT NULL,
  role text NOT NULL,
  scope text NOT NULL,
  valid_from date NOT NULL,
  valid_until date NULL,
  CONSTRAINT pk_account_grants PRIMARY KEY (account_id, role, scope, valid_from),
  CONSTRAINT fk_account_grants_accounts_account_id FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
);

CREATE TABLE sessions (
  id text NOT NULL,
  account_id text NOT NULL,
  started_at timestamp with time zone NOT NULL,
  seen_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone NULL,
  CONSTRAINT pk_sessions PRIMARY KEY (id),
  CONSTRAINT fk_sessions_accounts_account_id FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE INDEX ix_sessions_account_id ON sessions (account_id);
CREATE INDEX ix_sessions_expires_at ON sessions (expires_at);

CREATE TABLE journeys (
  id text NOT NULL,
  account_id text NOT NULL,
  kind text NOT NULL,
  subject text NOT NULL,
  answers text NOT NULL,
  started_at timestamp with time zone NOT NULL,
  sent_at timestamp with time zone NULL,
  version bigint NOT NULL,
  CONSTRAINT pk_journeys PRIMARY KEY (id),
  CONSTRAINT fk_journeys_accounts_account_id FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE INDEX ix_journeys_account_id ON journeys (account_id);
CREATE INDEX ix_journeys_started_at ON journeys (started_at);

CREATE TABLE protection_keys (
  id text NOT NULL,
  xml text NOT NULL,
  CONSTRAINT pk_protection_keys PRIMARY KEY (id)
);

CREATE TABLE signing_keys (
  key_id text NOT NULL,
  private_key bytea NOT NULL,
  signs_from timestamp with time zone NOT NULL,
  signs_until timestamp with time zone NOT NULL,
  published_until timestamp with time zone NOT NULL,
  CONSTRAINT pk_signing_keys PRIMARY KEY (key_id)
);
