-- A clinic: stays that do not overlap in a bed, doses that follow from each other, results with values or words.
CREATE TABLE patient (
    mrn varchar(12) PRIMARY KEY CHECK (mrn ~ '^P\d{7}$'),
    nhs bigint UNIQUE CHECK (nhs BETWEEN 1000000000 AND 9999999999),
    sex char(1) NOT NULL CHECK (sex IN ('M','F','X')),
    born date NOT NULL CHECK (born >= '1900-01-01'),
    died date,
    pregnant bool,
    CHECK (died >= born),
    CHECK (NOT (sex = 'M' AND pregnant)),
    CHECK (pregnant IS NULL OR sex <> 'M')
);
CREATE TABLE ward (
    id smallint PRIMARY KEY,
    beds smallint NOT NULL CHECK (beds BETWEEN 1 AND 60),
    min_age int,
    max_age int,
    CHECK (min_age < max_age),
    CHECK (min_age >= 0)
);
CREATE TABLE bed (ward_id smallint REFERENCES ward, no smallint CHECK (no BETWEEN 1 AND 60), PRIMARY KEY (ward_id, no));
CREATE TABLE admission (
    id serial PRIMARY KEY,
    mrn varchar(12) NOT NULL REFERENCES patient,
    ward_id smallint NOT NULL,
    bed_no smallint NOT NULL,
    stay daterange NOT NULL,
    kind text NOT NULL CHECK (kind IN ('elective','emergency')),
    referral uuid,
    triage smallint CHECK (triage BETWEEN 1 AND 5),
    FOREIGN KEY (ward_id, bed_no) REFERENCES bed,
    EXCLUDE USING gist (int4range(ward_id, ward_id, '[]') WITH =, int4range(bed_no, bed_no, '[]') WITH =, stay WITH &&),
    CHECK ((kind = 'emergency') = (triage IS NOT NULL)),
    CHECK (kind = 'emergency' OR referral IS NOT NULL),
    CHECK (upper(stay) > lower(stay)),
    CHECK (NOT lower_inf(stay))
);
CREATE TABLE lab_test (
    code varchar(8) PRIMARY KEY,
    unit text NOT NULL,
    lo numeric(10,3),
    hi numeric(10,3),
    CHECK (lo <= hi),
    CHECK (num_nulls(lo, hi) IN (0, 2))
);
CREATE TABLE lab_result (
    admission_id int NOT NULL REFERENCES admission,
    test varchar(8) NOT NULL REFERENCES lab_test,
    taken timestamptz NOT NULL,
    reported timestamptz,
    value numeric(10,3),
    comment text,
    flag char(1) CHECK (flag IN ('H','L','N')),
    PRIMARY KEY (admission_id, test, taken),
    CHECK (value IS NOT NULL OR comment IS NOT NULL),
    CHECK (reported IS NULL OR reported BETWEEN taken AND taken + interval '14 days'),
    CHECK ((value IS NULL) = (flag IS NULL)),
    CHECK (length(trim(comment)) > 0)
);
CREATE TABLE prescription (
    id bigserial PRIMARY KEY,
    admission_id int NOT NULL REFERENCES admission,
    drug text NOT NULL,
    dose_mg numeric(8,3) NOT NULL CHECK (dose_mg > 0),
    per_day smallint NOT NULL CHECK (per_day BETWEEN 1 AND 12),
    daily_mg numeric(10,3) NOT NULL,
    max_daily_mg numeric(10,3) NOT NULL,
    from_d date NOT NULL,
    days int NOT NULL CHECK (days > 0),
    to_d date NOT NULL,
    CHECK (daily_mg = dose_mg * per_day),
    CHECK (daily_mg <= max_daily_mg),
    CHECK (to_d = from_d + days),
    UNIQUE (admission_id, drug, from_d)
);
CREATE TABLE vital (
    admission_id int REFERENCES admission,
    at timestamptz,
    systolic smallint CHECK (systolic > 0),
    diastolic smallint CHECK (diastolic > 0),
    temp_c numeric(3,1) CHECK (temp_c BETWEEN 30.0 AND 45.0),
    spo2 real CHECK (spo2 BETWEEN 0 AND 1),
    PRIMARY KEY (admission_id, at),
    CHECK (systolic > diastolic),
    CHECK (num_nonnulls(systolic, temp_c, spo2) > 0),
    CHECK ((systolic IS NULL) = (diastolic IS NULL))
);
