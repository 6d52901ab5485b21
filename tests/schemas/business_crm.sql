-- CRM: a deal's contact is of the deal's company, stages with probabilities, activities about one of three things, merged duplicates.
CREATE TABLE owner (
    id     serial PRIMARY KEY,
    email  varchar(120) NOT NULL UNIQUE CHECK (email = lower(email)),
    quota  money
);
CREATE TABLE company (
    id        serial PRIMARY KEY,
    name      text NOT NULL,
    vat       varchar(14) CHECK (vat ~ '^[A-Z]{2}[0-9A-Z]{2,12}$'),
    country   char(2) NOT NULL CHECK (country = upper(country)),
    employees int4range,
    revenue   numeric,
    merged_into integer REFERENCES company,
    owner_id  integer NOT NULL REFERENCES owner,
    CHECK (merged_into IS DISTINCT FROM id)
);
CREATE UNIQUE INDEX company_vat ON company (country, vat) WHERE vat IS NOT NULL AND merged_into IS NULL;
CREATE TABLE contact (
    company_id integer NOT NULL REFERENCES company,
    id         integer NOT NULL,
    name       text NOT NULL,
    emails     text[] NOT NULL DEFAULT '{}' CHECK (cardinality(emails) <= 5),
    birthday   date,
    do_not_call boolean NOT NULL DEFAULT false,
    reports_to integer,
    PRIMARY KEY (company_id, id),
    FOREIGN KEY (company_id, reports_to) REFERENCES contact (company_id, id)
);
CREATE TABLE stage (
    pipeline smallint NOT NULL,
    place    smallint NOT NULL CHECK (place BETWEEN 1 AND 12),
    name     text NOT NULL,
    chance   numeric(3,2) NOT NULL CHECK (chance >= 0 AND chance <= 1),
    PRIMARY KEY (pipeline, place)
);
CREATE TABLE deal (
    id         serial PRIMARY KEY,
    company_id integer NOT NULL REFERENCES company,
    contact_id integer,
    pipeline   smallint NOT NULL,
    stage      smallint NOT NULL,
    value      numeric(14,2) CHECK (value >= 0),
    opened     date NOT NULL DEFAULT current_date,
    closed     date,
    won        boolean,
    FOREIGN KEY (company_id, contact_id) REFERENCES contact (company_id, id),
    FOREIGN KEY (pipeline, stage) REFERENCES stage (pipeline, place),
    CHECK (closed >= opened),
    CHECK ((closed IS NULL AND won IS NULL) OR (closed IS NOT NULL AND won IS NOT NULL))
);
CREATE TABLE activity (
    id         bigserial PRIMARY KEY,
    kind       text NOT NULL CHECK (kind IN ('call', 'mail', 'visit')),
    owner_id   integer NOT NULL REFERENCES owner,
    company_id integer REFERENCES company,
    deal_id    integer REFERENCES deal,
    contact_company integer,
    contact_id integer,
    starts     timestamptz NOT NULL,
    minutes    smallint CHECK (minutes > 0 AND minutes % 5 = 0 AND minutes <= 480),
    FOREIGN KEY (contact_company, contact_id) REFERENCES contact (company_id, id) MATCH FULL,
    CHECK (num_nonnulls(company_id, deal_id, contact_id) = 1)
);
