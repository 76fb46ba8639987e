CREATE TABLE credentials (
  person_id text NOT NULL,
  code text NOT NULL,
  held boolean NOT NULL,
  recorded_on date NOT NULL,
  source text NOT NULL,
  CONSTRAINT pk_credentials PRIMARY KEY (person_id, code)
);
