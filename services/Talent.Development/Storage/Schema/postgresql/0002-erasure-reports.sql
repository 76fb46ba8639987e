CREATE TABLE erasure_reports (
  person_id text NOT NULL,
  service text NOT NULL,
  reported_at timestamp with time zone NOT NULL,
  texts integer NOT NULL,
  answers integer NOT NULL,
  records integer NOT NULL,
  CONSTRAINT pk_erasure_reports PRIMARY KEY (person_id, service)
);
