ALTER TABLE appointment_terms ADD COLUMN end_reason INTEGER NOT NULL DEFAULT 0;
ALTER TABLE post_deputies ADD COLUMN accepted_by_person_id TEXT NULL;
ALTER TABLE post_deputies ADD COLUMN accepted_on TEXT NULL;
