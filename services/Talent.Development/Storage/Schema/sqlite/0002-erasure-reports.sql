CREATE TABLE erasure_reports (
  person_id TEXT NOT NULL,
  service TEXT NOT NULL,
  reported_at INTEGER NOT NULL,
  texts INTEGER NOT NULL,
  answers INTEGER NOT NULL,
  records INTEGER NOT NULL,
  CONSTRAINT pk_erasure_reports PRIMARY KEY (person_id, service)
);
