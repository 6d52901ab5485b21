-- A medical record system: concept dictionary, encounters, obs, orders. Soft deletion by "voided"
-- and "retired" with who/when/why, and uuid char(38) on every row. Ward beds live in their own schema.

CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE SCHEMA emr;
CREATE SCHEMA adt;

CREATE TYPE emr.order_urgency AS ENUM ('ROUTINE', 'STAT', 'ON_SCHEDULED_DATE');
CREATE TYPE emr.order_action AS ENUM ('NEW', 'REVISE', 'DISCONTINUE', 'RENEW');
CREATE DOMAIN emr.omrs_uuid AS char(38) CHECK (length(trim(VALUE)) = 36 AND trim(VALUE) ~ '^[0-9A-Fa-f-]{36}$');
CREATE DOMAIN emr.gender AS varchar(50) CHECK (VALUE IN ('M', 'F', 'O', 'U'));

SET search_path = emr, public;

CREATE TABLE person (
    person_id serial PRIMARY KEY,
    gender gender DEFAULT 'U',
    birthdate date,
    birthdate_estimated boolean NOT NULL DEFAULT false,
    birthtime time,
    dead boolean NOT NULL DEFAULT false,
    death_date timestamp,
    deathdate_estimated boolean NOT NULL DEFAULT false,
    cause_of_death integer,
    cause_of_death_non_coded varchar(255),
    creator integer,
    date_created timestamp NOT NULL,
    changed_by integer,
    date_changed timestamp,
    voided boolean NOT NULL DEFAULT false,
    voided_by integer,
    date_voided timestamp,
    void_reason varchar(255),
    uuid omrs_uuid NOT NULL UNIQUE,
    CONSTRAINT person_death CHECK (dead OR (death_date IS NULL AND cause_of_death IS NULL AND cause_of_death_non_coded IS NULL)),
    CONSTRAINT person_cause_of_death CHECK (num_nonnulls(cause_of_death, cause_of_death_non_coded) <= 1),
    CONSTRAINT person_dates CHECK (death_date::date >= birthdate),
    CONSTRAINT person_birthdate CHECK (birthdate >= DATE '1850-01-01'),
    CONSTRAINT person_void CHECK (NOT voided OR (date_voided IS NOT NULL AND void_reason IS NOT NULL))
);

CREATE TABLE users (
    user_id serial PRIMARY KEY,
    system_id varchar(50) NOT NULL DEFAULT '',
    username varchar(50),
    password varchar(128) CHECK (char_length(password) = 128),
    salt varchar(128),
    secret_question varchar(255),
    secret_answer varchar(255),
    email varchar(255),
    creator integer NOT NULL REFERENCES users (user_id),
    date_created timestamp NOT NULL,
    changed_by integer REFERENCES users (user_id),
    date_changed timestamp,
    person_id integer NOT NULL REFERENCES person (person_id),
    retired boolean NOT NULL DEFAULT false,
    retired_by integer REFERENCES users (user_id),
    date_retired timestamp,
    retire_reason varchar(255),
    uuid omrs_uuid NOT NULL UNIQUE,
    CHECK ((password IS NULL) = (salt IS NULL)),
    CHECK (retired = (date_retired IS NOT NULL))
);
CREATE UNIQUE INDEX users_system_id ON users (system_id) WHERE NOT retired;
CREATE UNIQUE INDEX users_username ON users (lower(username)) WHERE username IS NOT NULL;

ALTER TABLE person
    ADD CONSTRAINT user_who_created_person FOREIGN KEY (creator) REFERENCES users (user_id),
    ADD CONSTRAINT user_who_changed_person FOREIGN KEY (changed_by) REFERENCES users (user_id),
    ADD CONSTRAINT user_who_voided_person FOREIGN KEY (voided_by) REFERENCES users (user_id);

CREATE TABLE person_name (
    person_name_id serial PRIMARY KEY,
    preferred boolean NOT NULL DEFAULT false,
    person_id integer NOT NULL REFERENCES person (person_id),
    prefix varchar(50),
    given_name varchar(50),
    middle_name varchar(50),
    family_name varchar(50),
    family_name2 varchar(50),
    degree varchar(50),
    creator integer NOT NULL REFERENCES users (user_id),
    date_created timestamp NOT NULL,
    voided boolean NOT NULL DEFAULT false,
    voided_by integer REFERENCES users (user_id),
    date_voided timestamp,
    void_reason varchar(255),
    uuid omrs_uuid NOT NULL UNIQUE,
    CONSTRAINT person_name_some CHECK (COALESCE(given_name, family_name) IS NOT NULL),
    CONSTRAINT person_name_digits CHECK (given_name !~ '[0-9]' AND family_name !~ '[0-9]')
);
CREATE UNIQUE INDEX person_name_one_preferred ON person_name (person_id) WHERE preferred AND NOT voided;
CREATE INDEX person_name_search ON person_name (lower(family_name), lower(given_name));

CREATE TABLE patient (
    patient_id integer PRIMARY KEY REFERENCES person (person_id) ON UPDATE CASCADE,
    creator integer NOT NULL REFERENCES users (user_id),
    date_created timestamp NOT NULL,
    changed_by integer REFERENCES users (user_id),
    date_changed timestamp,
    voided boolean NOT NULL DEFAULT false,
    voided_by integer REFERENCES users (user_id),
    date_voided timestamp,
    void_reason varchar(255),
    allergy_status varchar(50) NOT NULL DEFAULT 'Unknown' CHECK (allergy_status IN ('Unknown', 'No known allergies', 'See list'))
);

CREATE TABLE location (
    location_id serial PRIMARY KEY,
    name varchar(255) NOT NULL DEFAULT '',
    description varchar(255),
    address1 varchar(255),
    city_village varchar(255),
    country varchar(50),
    postal_code varchar(50),
    latitude varchar(50) CHECK (latitude ~ '^-?[0-9]{1,2}(\.[0-9]+)?$'),
    longitude varchar(50) CHECK (longitude ~ '^-?[0-9]{1,3}(\.[0-9]+)?$'),
    parent_location integer REFERENCES location (location_id),
    creator integer NOT NULL REFERENCES users (user_id),
    date_created timestamp NOT NULL,
    retired boolean NOT NULL DEFAULT false,
    retired_by integer REFERENCES users (user_id),
    date_retired timestamp,
    uuid omrs_uuid NOT NULL UNIQUE,
    CHECK (parent_location <> location_id)
);
CREATE UNIQUE INDEX location_name_unretired ON location (lower(name)) WHERE NOT retired;

CREATE TABLE patient_identifier_type (
    patient_identifier_type_id serial PRIMARY KEY,
    name varchar(50) NOT NULL UNIQUE,
    format varchar(255),
    format_description varchar(255),
    required boolean NOT NULL DEFAULT false,
    validator varchar(200),
    location_behavior varchar(50) CHECK (location_behavior IN ('REQUIRED', 'NOT_USED')),
    uniqueness_behavior varchar(50) CHECK (uniqueness_behavior IN ('UNIQUE', 'NON_UNIQUE', 'LOCATION')),
    creator integer NOT NULL REFERENCES users (user_id),
    date_created timestamp NOT NULL,
    retired boolean NOT NULL DEFAULT false,
    uuid omrs_uuid NOT NULL UNIQUE
);

CREATE TABLE patient_identifier (
    patient_identifier_id serial PRIMARY KEY,
    patient_id integer NOT NULL REFERENCES patient (patient_id),
    identifier varchar(50) NOT NULL,
    identifier_type integer NOT NULL REFERENCES patient_identifier_type (patient_identifier_type_id),
    preferred boolean NOT NULL DEFAULT false,
    location_id integer REFERENCES location (location_id),
    creator integer NOT NULL REFERENCES users (user_id),
    date_created timestamp NOT NULL,
    voided boolean NOT NULL DEFAULT false,
    uuid omrs_uuid NOT NULL UNIQUE,
    CHECK (identifier = btrim(identifier) AND identifier <> '')
);
CREATE UNIQUE INDEX patient_identifier_uniq ON patient_identifier (identifier_type, identifier, location_id) NULLS NOT DISTINCT WHERE NOT voided;
CREATE UNIQUE INDEX patient_identifier_preferred ON patient_identifier (patient_id) WHERE preferred AND NOT voided;

CREATE TABLE concept_class (
    concept_class_id serial PRIMARY KEY,
    name varchar(255) NOT NULL UNIQUE,
    description varchar(255)
);

CREATE TABLE concept_datatype (
    concept_datatype_id serial PRIMARY KEY,
    name varchar(255) NOT NULL UNIQUE,
    hl7_abbreviation varchar(3) CHECK (hl7_abbreviation ~ '^[A-Z]{2,3}$'),
    description varchar(255)
);

CREATE TABLE concept (
    concept_id serial PRIMARY KEY,
    retired boolean NOT NULL DEFAULT false,
    short_name varchar(255),
    datatype_id integer NOT NULL REFERENCES concept_datatype (concept_datatype_id),
    class_id integer NOT NULL REFERENCES concept_class (concept_class_id),
    is_set boolean NOT NULL DEFAULT false,
    version varchar(50),
    creator integer NOT NULL REFERENCES users (user_id),
    date_created timestamp NOT NULL,
    uuid omrs_uuid NOT NULL UNIQUE
);
ALTER TABLE person ADD CONSTRAINT person_died_because FOREIGN KEY (cause_of_death) REFERENCES concept (concept_id);

CREATE TABLE concept_numeric (
    concept_id integer PRIMARY KEY REFERENCES concept (concept_id) ON DELETE CASCADE,
    hi_absolute double precision,
    hi_critical double precision,
    hi_normal double precision,
    low_absolute double precision,
    low_critical double precision,
    low_normal double precision,
    units varchar(50),
    allow_decimal boolean,
    display_precision integer CHECK (display_precision BETWEEN 0 AND 10),
    CONSTRAINT concept_numeric_normal CHECK (low_normal < hi_normal),
    CONSTRAINT concept_numeric_critical CHECK (low_critical <= low_normal AND hi_critical >= hi_normal),
    CONSTRAINT concept_numeric_absolute CHECK (low_absolute <= low_critical AND hi_absolute >= hi_critical AND low_absolute < hi_absolute)
);

CREATE TABLE concept_name (
    concept_name_id serial PRIMARY KEY,
    concept_id integer NOT NULL REFERENCES concept (concept_id),
    name varchar(255) NOT NULL,
    locale varchar(50) NOT NULL CHECK (locale ~ '^[a-z]{2}(_[A-Z]{2})?$'),
    locale_preferred boolean NOT NULL DEFAULT false,
    concept_name_type varchar(50) CHECK (concept_name_type IN ('FULLY_SPECIFIED', 'SHORT', 'INDEX_TERM')),
    voided boolean NOT NULL DEFAULT false,
    creator integer NOT NULL REFERENCES users (user_id),
    date_created timestamp NOT NULL,
    name_tsv tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, name)) STORED,
    uuid omrs_uuid NOT NULL UNIQUE,
    CHECK (NOT locale_preferred OR concept_name_type IS DISTINCT FROM 'INDEX_TERM')
);
CREATE UNIQUE INDEX concept_name_fsn ON concept_name (concept_id, locale) WHERE concept_name_type = 'FULLY_SPECIFIED' AND NOT voided;
CREATE UNIQUE INDEX concept_name_pref ON concept_name (concept_id, locale) WHERE locale_preferred AND NOT voided;
CREATE INDEX concept_name_tsv_idx ON concept_name USING gin (name_tsv);

CREATE TABLE concept_set (
    concept_set_id serial PRIMARY KEY,
    concept_id integer NOT NULL REFERENCES concept (concept_id),
    concept_set integer NOT NULL REFERENCES concept (concept_id),
    sort_weight double precision,
    UNIQUE (concept_set, concept_id),
    CHECK (concept_id <> concept_set)
);

CREATE TABLE drug (
    drug_id serial PRIMARY KEY,
    concept_id integer NOT NULL REFERENCES concept (concept_id),
    name varchar(255),
    combination boolean NOT NULL DEFAULT false,
    dosage_form integer REFERENCES concept (concept_id),
    strength varchar(255),
    minimum_daily_dose double precision,
    maximum_daily_dose double precision,
    retired boolean NOT NULL DEFAULT false,
    UNIQUE (drug_id, concept_id),
    CHECK (minimum_daily_dose >= 0 AND minimum_daily_dose <= maximum_daily_dose)
);

CREATE TABLE provider (
    provider_id serial PRIMARY KEY,
    person_id integer REFERENCES person (person_id),
    name varchar(255),
    identifier varchar(255),
    creator integer NOT NULL REFERENCES users (user_id),
    date_created timestamp NOT NULL,
    retired boolean NOT NULL DEFAULT false,
    uuid omrs_uuid NOT NULL UNIQUE,
    CONSTRAINT provider_person_or_name CHECK ((person_id IS NULL) <> (name IS NULL))
);
CREATE UNIQUE INDEX provider_identifier ON provider (upper(identifier)) WHERE NOT retired;

CREATE TABLE visit_type (
    visit_type_id serial PRIMARY KEY,
    name varchar(255) NOT NULL UNIQUE,
    description varchar(1024)
);

CREATE TABLE visit (
    visit_id serial PRIMARY KEY,
    patient_id integer NOT NULL REFERENCES patient (patient_id),
    visit_type_id integer NOT NULL REFERENCES visit_type (visit_type_id),
    date_started timestamp NOT NULL,
    date_stopped timestamp,
    indication_concept_id integer REFERENCES concept (concept_id),
    location_id integer REFERENCES location (location_id),
    creator integer NOT NULL REFERENCES users (user_id),
    date_created timestamp NOT NULL,
    voided boolean NOT NULL DEFAULT false,
    uuid omrs_uuid NOT NULL UNIQUE,
    UNIQUE (visit_id, patient_id),
    CONSTRAINT visit_dates CHECK (date_stopped >= date_started),
    CONSTRAINT visit_no_overlap EXCLUDE USING gist (patient_id WITH =, tsrange(date_started, date_stopped) WITH &&) WHERE (NOT voided)
);

CREATE TABLE encounter_type (
    encounter_type_id serial PRIMARY KEY,
    name varchar(50) NOT NULL UNIQUE,
    description text,
    retired boolean NOT NULL DEFAULT false
);

CREATE TABLE encounter (
    encounter_id serial PRIMARY KEY,
    encounter_type integer NOT NULL REFERENCES encounter_type (encounter_type_id),
    patient_id integer NOT NULL REFERENCES patient (patient_id) ON UPDATE CASCADE,
    location_id integer REFERENCES location (location_id),
    encounter_datetime timestamp NOT NULL,
    visit_id integer,
    creator integer NOT NULL REFERENCES users (user_id),
    date_created timestamp NOT NULL,
    voided boolean NOT NULL DEFAULT false,
    voided_by integer REFERENCES users (user_id),
    date_voided timestamp,
    void_reason varchar(255),
    uuid omrs_uuid NOT NULL UNIQUE,
    UNIQUE (encounter_id, patient_id),
    CONSTRAINT encounter_visit_same_patient FOREIGN KEY (visit_id, patient_id) REFERENCES visit (visit_id, patient_id),
    CONSTRAINT encounter_void CHECK (NOT voided OR date_voided IS NOT NULL)
);

CREATE TABLE encounter_provider (
    encounter_provider_id serial PRIMARY KEY,
    encounter_id integer NOT NULL REFERENCES encounter (encounter_id),
    provider_id integer NOT NULL REFERENCES provider (provider_id),
    encounter_role varchar(30) NOT NULL DEFAULT 'Unknown',
    voided boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX encounter_provider_uniq ON encounter_provider (encounter_id, provider_id, encounter_role) WHERE NOT voided;

CREATE TABLE orders (
    order_id serial PRIMARY KEY,
    order_number varchar(50) NOT NULL UNIQUE CHECK (order_number ~ '^ORD-[0-9]+$'),
    concept_id integer NOT NULL REFERENCES concept (concept_id),
    orderer integer NOT NULL REFERENCES provider (provider_id),
    encounter_id integer NOT NULL,
    patient_id integer NOT NULL,
    instructions text,
    date_activated timestamp,
    auto_expire_date timestamp,
    date_stopped timestamp,
    urgency order_urgency NOT NULL DEFAULT 'ROUTINE',
    scheduled_date timestamp,
    order_action order_action NOT NULL,
    previous_order_id integer REFERENCES orders (order_id),
    order_reason integer REFERENCES concept (concept_id),
    order_reason_non_coded varchar(255),
    creator integer NOT NULL REFERENCES users (user_id),
    date_created timestamp NOT NULL,
    voided boolean NOT NULL DEFAULT false,
    UNIQUE (order_id, concept_id),
    CONSTRAINT order_encounter_patient FOREIGN KEY (encounter_id, patient_id) REFERENCES encounter (encounter_id, patient_id),
    CONSTRAINT order_previous CHECK (order_action = 'NEW' OR previous_order_id IS NOT NULL),
    CONSTRAINT order_scheduled CHECK ((urgency = 'ON_SCHEDULED_DATE') = (scheduled_date IS NOT NULL)),
    CONSTRAINT order_dates CHECK (auto_expire_date >= date_activated AND date_stopped >= date_activated),
    CONSTRAINT order_reason_one CHECK (num_nonnulls(order_reason, order_reason_non_coded) <= 1)
);
CREATE UNIQUE INDEX orders_one_successor ON orders (previous_order_id) WHERE order_action IN ('REVISE', 'DISCONTINUE') AND NOT voided;

CREATE TABLE drug_order (
    order_id integer PRIMARY KEY,
    concept_id integer NOT NULL,
    drug_inventory_id integer,
    dose numeric(10,3) CHECK (dose > 0),
    dose_units integer REFERENCES concept (concept_id),
    as_needed boolean NOT NULL DEFAULT false,
    as_needed_condition varchar(255),
    dosing_type varchar(255) NOT NULL DEFAULT 'SIMPLE' CHECK (dosing_type IN ('SIMPLE', 'FREE_TEXT')),
    dosing_instructions text,
    frequency_per_day numeric(6,2) CHECK (frequency_per_day > 0),
    duration integer CHECK (duration > 0),
    duration_units integer REFERENCES concept (concept_id),
    quantity numeric(10,2),
    num_refills integer CHECK (num_refills >= 0),
    FOREIGN KEY (order_id, concept_id) REFERENCES orders (order_id, concept_id),
    FOREIGN KEY (drug_inventory_id, concept_id) REFERENCES drug (drug_id, concept_id),
    CHECK (dosing_type <> 'SIMPLE' OR (dose IS NOT NULL AND dose_units IS NOT NULL AND frequency_per_day IS NOT NULL)),
    CHECK (dosing_type <> 'FREE_TEXT' OR dosing_instructions IS NOT NULL),
    CHECK (as_needed OR as_needed_condition IS NULL),
    CHECK ((duration IS NULL) = (duration_units IS NULL))
);

CREATE TABLE obs (
    obs_id serial PRIMARY KEY,
    person_id integer NOT NULL REFERENCES person (person_id) ON UPDATE CASCADE,
    concept_id integer NOT NULL REFERENCES concept (concept_id),
    encounter_id integer REFERENCES encounter (encounter_id),
    order_id integer REFERENCES orders (order_id),
    obs_datetime timestamp NOT NULL,
    location_id integer REFERENCES location (location_id),
    obs_group_id integer REFERENCES obs (obs_id),
    accession_number varchar(255),
    value_coded integer REFERENCES concept (concept_id),
    value_coded_name_id integer REFERENCES concept_name (concept_name_id),
    value_drug integer REFERENCES drug (drug_id),
    value_datetime timestamp,
    value_numeric double precision,
    value_modifier varchar(2) CHECK (value_modifier IN ('<', '>', '<=', '>=')),
    value_text text,
    value_complex varchar(1000),
    comments varchar(255),
    creator integer NOT NULL REFERENCES users (user_id),
    date_created timestamp NOT NULL,
    voided boolean NOT NULL DEFAULT false,
    previous_version integer REFERENCES obs (obs_id),
    status varchar(16) NOT NULL DEFAULT 'FINAL' CHECK (status IN ('PRELIMINARY', 'FINAL', 'AMENDED')),
    interpretation varchar(32) CHECK (interpretation IN ('NORMAL', 'ABNORMAL', 'CRITICALLY_ABNORMAL', 'CRITICALLY_LOW', 'CRITICALLY_HIGH')),
    uuid omrs_uuid NOT NULL UNIQUE,
    CONSTRAINT obs_one_value CHECK (num_nonnulls(value_coded, value_drug, value_datetime, value_numeric, value_text, value_complex) <= 1 OR (value_coded IS NOT NULL AND value_drug IS NOT NULL)),
    CONSTRAINT obs_coded_name CHECK (value_coded_name_id IS NULL OR value_coded IS NOT NULL),
    CONSTRAINT obs_modifier CHECK (value_modifier IS NULL OR value_numeric IS NOT NULL),
    CONSTRAINT obs_not_own_group CHECK (obs_group_id <> obs_id),
    CONSTRAINT obs_amended CHECK (status <> 'AMENDED' OR previous_version IS NOT NULL)
);
CREATE INDEX obs_concept_person ON obs (person_id, concept_id, obs_datetime DESC) WHERE NOT voided;

CREATE TABLE allergy (
    allergy_id serial PRIMARY KEY,
    patient_id integer NOT NULL REFERENCES patient (patient_id),
    severity_concept_id integer REFERENCES concept (concept_id),
    coded_allergen integer NOT NULL REFERENCES concept (concept_id),
    non_coded_allergen varchar(255),
    allergen_type varchar(50) NOT NULL CHECK (allergen_type IN ('DRUG', 'FOOD', 'ENVIRONMENT', 'OTHER')),
    encounter_id integer,
    creator integer NOT NULL REFERENCES users (user_id),
    date_created timestamp NOT NULL,
    voided boolean NOT NULL DEFAULT false,
    FOREIGN KEY (encounter_id, patient_id) REFERENCES encounter (encounter_id, patient_id)
);
CREATE UNIQUE INDEX allergy_once ON allergy (patient_id, coded_allergen, COALESCE(lower(non_coded_allergen), '')) WHERE NOT voided;

SET search_path = adt, public;

CREATE TABLE bed_type (
    code varchar(10) PRIMARY KEY CHECK (code = upper(code)),
    display_name text NOT NULL,
    daily_rate numeric(10,2) NOT NULL CHECK (daily_rate >= 0)
);

CREATE TABLE bed (
    ward_id integer NOT NULL REFERENCES emr.location (location_id),
    bed_number varchar(8) NOT NULL CHECK (bed_number ~ '^[A-Z]?[0-9]{1,3}[A-Z]?$'),
    bed_type varchar(10) NOT NULL REFERENCES bed_type (code) ON UPDATE CASCADE,
    status varchar(12) NOT NULL DEFAULT 'AVAILABLE' CHECK (status IN ('AVAILABLE', 'OCCUPIED', 'CLEANING', 'OUT_OF_USE')),
    tags text[] NOT NULL DEFAULT '{}' CHECK (array_position(tags, NULL) IS NULL AND cardinality(tags) <= 10),
    PRIMARY KEY (ward_id, bed_number)
);

CREATE TABLE admission (
    admission_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    patient_id integer NOT NULL,
    visit_id integer NOT NULL,
    admitted_at timestamptz NOT NULL,
    expected_discharge date,
    discharged_at timestamptz,
    disposition varchar(20) CHECK (disposition IN ('HOME', 'TRANSFER', 'AMA', 'DECEASED')),
    FOREIGN KEY (visit_id, patient_id) REFERENCES emr.visit (visit_id, patient_id),
    UNIQUE (admission_id, patient_id),
    CHECK (discharged_at > admitted_at),
    CHECK ((discharged_at IS NULL) = (disposition IS NULL)),
    CHECK (expected_discharge >= (admitted_at AT TIME ZONE 'UTC')::date)
);
CREATE UNIQUE INDEX admission_one_open ON admission (patient_id) WHERE discharged_at IS NULL;

CREATE TABLE bed_assignment (
    assignment_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    admission_id bigint NOT NULL,
    patient_id integer NOT NULL,
    ward_id integer NOT NULL,
    bed_number varchar(8) NOT NULL,
    during tstzrange NOT NULL CHECK (NOT isempty(during) AND lower(during) IS NOT NULL),
    FOREIGN KEY (admission_id, patient_id) REFERENCES admission (admission_id, patient_id),
    FOREIGN KEY (ward_id, bed_number) REFERENCES bed (ward_id, bed_number),
    CONSTRAINT bed_one_patient EXCLUDE USING gist (ward_id WITH =, bed_number WITH =, during WITH &&),
    CONSTRAINT patient_one_bed EXCLUDE USING gist (patient_id WITH =, during WITH &&)
);
RESET search_path;
