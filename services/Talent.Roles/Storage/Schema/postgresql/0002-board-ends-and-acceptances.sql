ALTER TABLE appointment_terms ADD COLUMN end_reason integer NOT NULL DEFAULT 0;
ALTER TABLE post_deputies ADD COLUMN accepted_by_person_id text NULL;
ALTER TABLE post_deputies ADD COLUMN accepted_on date NULL;
