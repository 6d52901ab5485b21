-- A consortium library system: many schemas, org-unit tree, MARC records, copies, circulation.
-- Money inherits: money.billable_xact is the parent of action.circulation and money.grocery.

CREATE EXTENSION IF NOT EXISTS hstore;

CREATE SCHEMA config;
CREATE SCHEMA actor;
CREATE SCHEMA biblio;
CREATE SCHEMA asset;
CREATE SCHEMA money;
CREATE SCHEMA action;
CREATE SCHEMA metabib;
CREATE SCHEMA acq;

CREATE TABLE config.standing (
    id serial PRIMARY KEY,
    value text NOT NULL UNIQUE
);

CREATE TABLE config.copy_status (
    id serial PRIMARY KEY,
    name text NOT NULL UNIQUE,
    holdable boolean NOT NULL DEFAULT false,
    opac_visible boolean NOT NULL DEFAULT false,
    copy_active boolean NOT NULL DEFAULT false,
    restrict_copy_delete boolean NOT NULL DEFAULT false
);

CREATE TABLE config.rule_circ_duration (
    id serial PRIMARY KEY,
    name text NOT NULL UNIQUE CHECK (name ~ E'^\\w+$'),
    extended interval NOT NULL,
    normal interval NOT NULL,
    shrt interval NOT NULL,
    max_renewals integer NOT NULL CHECK (max_renewals >= 0),
    CONSTRAINT durations_ordered CHECK (shrt <= normal AND normal <= extended)
);

CREATE TABLE config.rule_recurring_fine (
    id serial PRIMARY KEY,
    name text NOT NULL UNIQUE CHECK (name ~ E'^\\w+$'),
    high numeric(6,2) NOT NULL,
    normal numeric(6,2) NOT NULL,
    low numeric(6,2) NOT NULL,
    recurrence_interval interval NOT NULL DEFAULT '1 day',
    grace_period interval NOT NULL DEFAULT '1 day',
    CHECK (low <= normal AND normal <= high AND low >= 0)
);

CREATE TABLE config.circ_modifier (
    code text PRIMARY KEY,
    name text NOT NULL UNIQUE,
    description text NOT NULL,
    sip2_media_type text NOT NULL CHECK (sip2_media_type ~ '^[0-9]{3}$'),
    magnetic_media boolean NOT NULL DEFAULT true,
    avg_wait_time interval
);

CREATE TABLE actor.org_unit_type (
    id serial PRIMARY KEY,
    name text NOT NULL,
    opac_label text NOT NULL,
    depth integer NOT NULL CHECK (depth >= 0),
    parent integer REFERENCES actor.org_unit_type (id) DEFERRABLE INITIALLY DEFERRED,
    can_have_vols boolean NOT NULL DEFAULT true,
    can_have_users boolean NOT NULL DEFAULT true,
    CHECK ((parent IS NULL) = (depth = 0))
);

CREATE TABLE actor.org_unit (
    id serial PRIMARY KEY,
    parent_ou integer REFERENCES actor.org_unit (id) DEFERRABLE INITIALLY DEFERRED,
    ou_type integer NOT NULL REFERENCES actor.org_unit_type (id) DEFERRABLE INITIALLY DEFERRED,
    ill_address integer,
    holds_address integer,
    mailing_address integer,
    billing_address integer,
    shortname text NOT NULL UNIQUE CHECK (shortname ~ '^[A-Z0-9-]{2,15}$'),
    name text NOT NULL UNIQUE,
    email text,
    phone text,
    opac_visible boolean NOT NULL DEFAULT true
);
CREATE UNIQUE INDEX actor_org_unit_only_one_root ON actor.org_unit ((parent_ou IS NULL)) WHERE parent_ou IS NULL;

CREATE TABLE actor.org_address (
    id serial PRIMARY KEY,
    valid boolean NOT NULL DEFAULT true,
    address_type text NOT NULL DEFAULT 'MAILING',
    org_unit integer NOT NULL REFERENCES actor.org_unit (id) DEFERRABLE INITIALLY DEFERRED,
    street1 text NOT NULL,
    street2 text,
    city text NOT NULL,
    county text,
    state text,
    country text NOT NULL,
    post_code text NOT NULL,
    san text CHECK (san ~ '^[0-9]{3}-?[0-9]{3}[0-9X]$')
);
ALTER TABLE actor.org_unit
    ADD FOREIGN KEY (ill_address) REFERENCES actor.org_address (id) DEFERRABLE INITIALLY DEFERRED,
    ADD FOREIGN KEY (holds_address) REFERENCES actor.org_address (id) DEFERRABLE INITIALLY DEFERRED,
    ADD FOREIGN KEY (mailing_address) REFERENCES actor.org_address (id) DEFERRABLE INITIALLY DEFERRED,
    ADD FOREIGN KEY (billing_address) REFERENCES actor.org_address (id) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE actor.hours_of_operation (
    id integer PRIMARY KEY REFERENCES actor.org_unit (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    dow_0_open time NOT NULL DEFAULT '09:00',
    dow_0_close time NOT NULL DEFAULT '17:00',
    dow_5_open time NOT NULL DEFAULT '09:00',
    dow_5_close time NOT NULL DEFAULT '17:00',
    dow_6_open time NOT NULL DEFAULT '09:00',
    dow_6_close time NOT NULL DEFAULT '17:00',
    CHECK (dow_0_open <= dow_0_close AND dow_5_open <= dow_5_close AND dow_6_open <= dow_6_close)
);

CREATE TABLE actor.org_unit_closed (
    id serial PRIMARY KEY,
    org_unit integer NOT NULL REFERENCES actor.org_unit (id) DEFERRABLE INITIALLY DEFERRED,
    close_start timestamptz NOT NULL,
    close_end timestamptz NOT NULL,
    full_day boolean NOT NULL DEFAULT false,
    multi_day boolean NOT NULL DEFAULT false,
    reason text,
    CHECK (close_start < close_end),
    CHECK (NOT multi_day OR full_day)
);

CREATE TABLE actor.usr (
    id serial PRIMARY KEY,
    card integer UNIQUE,
    profile text NOT NULL DEFAULT 'Patrons',
    usrname text NOT NULL UNIQUE,
    email text CHECK (email ~ '^[^@ ]+@[^@ ]+$'),
    passwd text NOT NULL CHECK (passwd ~ '^[0-9a-f]{32}$'),
    standing integer NOT NULL DEFAULT 1 REFERENCES config.standing (id) DEFERRABLE INITIALLY DEFERRED,
    ident_type smallint NOT NULL DEFAULT 1 CHECK (ident_type BETWEEN 1 AND 5),
    ident_value text,
    net_access_level integer NOT NULL DEFAULT 1,
    first_given_name text NOT NULL,
    second_given_name text,
    family_name text NOT NULL,
    day_phone text,
    mailing_address integer,
    billing_address integer,
    home_ou integer NOT NULL REFERENCES actor.org_unit (id) DEFERRABLE INITIALLY DEFERRED,
    dob date,
    active boolean NOT NULL DEFAULT true,
    master_account boolean NOT NULL DEFAULT false,
    super_user boolean NOT NULL DEFAULT false,
    barred boolean NOT NULL DEFAULT false,
    deleted boolean NOT NULL DEFAULT false,
    juvenile boolean NOT NULL DEFAULT false,
    usrgroup serial NOT NULL,
    claims_returned_count integer NOT NULL DEFAULT 0 CHECK (claims_returned_count >= 0),
    credit_forward_balance numeric(6,2) NOT NULL DEFAULT 0.00,
    create_date timestamptz NOT NULL DEFAULT now(),
    expire_date timestamptz NOT NULL DEFAULT (now() + interval '3 years'),
    name_kw_tsvector tsvector,
    last_update_time timestamptz,
    CHECK (dob > DATE '1880-01-01' AND dob <= create_date::date),
    CHECK (NOT juvenile OR dob IS NOT NULL),
    CHECK (expire_date >= create_date)
);
CREATE INDEX actor_usr_family_name_idx ON actor.usr (lower(family_name));
CREATE INDEX actor_usr_name_kw_idx ON actor.usr USING gin (name_kw_tsvector);
CREATE UNIQUE INDEX actor_usr_one_master ON actor.usr (usrgroup) WHERE master_account AND NOT deleted;

CREATE FUNCTION actor.user_ingest_name_keywords() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.name_kw_tsvector := to_tsvector('simple', concat_ws(' ', NEW.first_given_name, NEW.second_given_name, NEW.family_name));
    NEW.last_update_time := now();
    RETURN NEW;
END $$;
CREATE TRIGGER user_ingest_name_keywords_tgr BEFORE INSERT OR UPDATE ON actor.usr FOR EACH ROW EXECUTE PROCEDURE actor.user_ingest_name_keywords();

CREATE TABLE actor.card (
    id serial PRIMARY KEY,
    usr integer NOT NULL REFERENCES actor.usr (id) DEFERRABLE INITIALLY DEFERRED,
    barcode text NOT NULL UNIQUE CHECK (barcode ~ '^[0-9]{14}$' OR barcode ~ '^SYS-'),
    active boolean NOT NULL DEFAULT true
);
ALTER TABLE actor.usr ADD CONSTRAINT actor_usr_card_fkey FOREIGN KEY (card) REFERENCES actor.card (id) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE actor.usr_address (
    id serial PRIMARY KEY,
    valid boolean NOT NULL DEFAULT true,
    within_city_limits boolean NOT NULL DEFAULT true,
    address_type text NOT NULL DEFAULT 'MAILING',
    usr integer NOT NULL REFERENCES actor.usr (id) DEFERRABLE INITIALLY DEFERRED,
    street1 text NOT NULL,
    street2 text,
    city text NOT NULL,
    state text,
    country text NOT NULL,
    post_code text NOT NULL,
    pending boolean NOT NULL DEFAULT false,
    replaces integer REFERENCES actor.usr_address (id) DEFERRABLE INITIALLY DEFERRED,
    CHECK (replaces IS NULL OR pending)
);
ALTER TABLE actor.usr
    ADD CONSTRAINT actor_usr_mailing_address_fkey FOREIGN KEY (mailing_address) REFERENCES actor.usr_address (id) DEFERRABLE INITIALLY DEFERRED,
    ADD CONSTRAINT actor_usr_billing_address_fkey FOREIGN KEY (billing_address) REFERENCES actor.usr_address (id) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE biblio.record_entry (
    id bigserial PRIMARY KEY,
    creator integer NOT NULL DEFAULT 1 REFERENCES actor.usr (id) DEFERRABLE INITIALLY DEFERRED,
    editor integer NOT NULL DEFAULT 1 REFERENCES actor.usr (id) DEFERRABLE INITIALLY DEFERRED,
    source integer,
    quality integer CHECK (quality BETWEEN 0 AND 100),
    create_date timestamptz NOT NULL DEFAULT now(),
    edit_date timestamptz NOT NULL DEFAULT now(),
    active boolean NOT NULL DEFAULT true,
    deleted boolean NOT NULL DEFAULT false,
    fingerprint text,
    tcn_source text NOT NULL DEFAULT 'AUTOGEN',
    tcn_value text NOT NULL,
    marc text NOT NULL,
    vis_attr_vector int[],
    last_xact_id text NOT NULL,
    share_depth integer CHECK (share_depth >= 0),
    owner integer REFERENCES actor.org_unit (id),
    merged_to bigint REFERENCES biblio.record_entry (id),
    merge_date timestamptz,
    CHECK ((merged_to IS NULL) = (merge_date IS NULL)),
    CHECK (merged_to IS NULL OR deleted)
);
CREATE UNIQUE INDEX biblio_record_unique_tcn ON biblio.record_entry (tcn_source, tcn_value) WHERE deleted = false OR deleted IS NULL;

CREATE TABLE metabib.title_field_entry (
    id bigserial PRIMARY KEY,
    source bigint NOT NULL REFERENCES biblio.record_entry (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    field text NOT NULL CHECK (field IN ('proper', 'uniform', 'abbreviated', 'alternative', 'translated')),
    value text NOT NULL,
    index_vector tsvector NOT NULL DEFAULT ''::tsvector
);
CREATE TRIGGER metabib_title_field_entry_fti BEFORE INSERT OR UPDATE ON metabib.title_field_entry
    FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger(index_vector, 'pg_catalog.simple', value);
CREATE INDEX metabib_title_field_entry_gin ON metabib.title_field_entry USING gin (index_vector);

CREATE TABLE metabib.record_attr (
    id bigint PRIMARY KEY REFERENCES biblio.record_entry (id) ON DELETE CASCADE,
    attrs hstore NOT NULL DEFAULT '',
    isbn13 char(13)[] CHECK (array_to_string(isbn13, ',') ~ '^(97[89][0-9]{10})?(,97[89][0-9]{10})*$'),
    pubyear smallint CHECK (pubyear BETWEEN 1400 AND 2100)
);

CREATE TABLE asset.copy_location (
    id serial PRIMARY KEY,
    name text NOT NULL,
    owning_lib integer NOT NULL REFERENCES actor.org_unit (id) DEFERRABLE INITIALLY DEFERRED,
    holdable boolean NOT NULL DEFAULT true,
    hold_verify boolean NOT NULL DEFAULT false,
    opac_visible boolean NOT NULL DEFAULT true,
    circulate boolean NOT NULL DEFAULT true,
    label_prefix text,
    deleted boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX acl_name_once_per_lib ON asset.copy_location (name, owning_lib) WHERE deleted = false OR deleted IS NULL;

CREATE TABLE asset.call_number (
    id bigserial PRIMARY KEY,
    creator bigint NOT NULL REFERENCES actor.usr (id) DEFERRABLE INITIALLY DEFERRED,
    create_date timestamptz DEFAULT now(),
    record bigint NOT NULL REFERENCES biblio.record_entry (id) DEFERRABLE INITIALLY DEFERRED,
    owning_lib integer NOT NULL REFERENCES actor.org_unit (id) DEFERRABLE INITIALLY DEFERRED,
    label text NOT NULL,
    label_sortkey text GENERATED ALWAYS AS (upper(regexp_replace(label, '[^A-Za-z0-9]+', '_', 'g'))) STORED,
    prefix integer NOT NULL DEFAULT -1,
    suffix integer NOT NULL DEFAULT -1,
    deleted boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX asset_call_number_label_once_per_lib ON asset.call_number (record, owning_lib, label, prefix, suffix) WHERE deleted = false OR deleted IS NULL;

CREATE TABLE asset.copy (
    id bigserial PRIMARY KEY,
    circ_lib integer NOT NULL REFERENCES actor.org_unit (id) DEFERRABLE INITIALLY DEFERRED,
    creator bigint NOT NULL REFERENCES actor.usr (id) DEFERRABLE INITIALLY DEFERRED,
    call_number bigint NOT NULL REFERENCES asset.call_number (id) DEFERRABLE INITIALLY DEFERRED,
    editor bigint NOT NULL REFERENCES actor.usr (id) DEFERRABLE INITIALLY DEFERRED,
    create_date timestamptz DEFAULT now(),
    edit_date timestamptz DEFAULT now(),
    copy_number integer,
    status integer NOT NULL DEFAULT 0 REFERENCES config.copy_status (id) DEFERRABLE INITIALLY DEFERRED,
    location integer NOT NULL DEFAULT 1 REFERENCES asset.copy_location (id) DEFERRABLE INITIALLY DEFERRED,
    loan_duration integer NOT NULL CHECK (loan_duration IN (1, 2, 3)),
    fine_level integer NOT NULL CHECK (fine_level IN (1, 2, 3)),
    age_protect integer,
    circulate boolean NOT NULL DEFAULT true,
    deposit boolean NOT NULL DEFAULT false,
    ref boolean NOT NULL DEFAULT false,
    holdable boolean NOT NULL DEFAULT true,
    deposit_amount numeric(6,2) NOT NULL DEFAULT 0.00 CHECK (deposit_amount >= 0),
    price numeric(8,2),
    barcode text NOT NULL,
    circ_modifier text REFERENCES config.circ_modifier (code) ON UPDATE CASCADE,
    dummy_title text,
    dummy_author text,
    dummy_isbn text,
    opac_visible boolean NOT NULL DEFAULT true,
    deleted boolean NOT NULL DEFAULT false,
    floating integer,
    cost numeric(8,2),
    status_changed_time timestamptz,
    CONSTRAINT precat_has_dummy CHECK (call_number <> -1 OR dummy_title IS NOT NULL),
    CONSTRAINT ref_does_not_circulate CHECK (NOT (ref AND circulate)),
    CONSTRAINT deposit_sane CHECK (deposit OR deposit_amount = 0)
);
CREATE UNIQUE INDEX copy_barcode_key ON asset.copy (barcode) WHERE deleted = false OR deleted IS NULL;
CREATE INDEX cp_cn_idx ON asset.copy (call_number);

CREATE TABLE money.billable_xact (
    id bigserial PRIMARY KEY,
    usr integer NOT NULL REFERENCES actor.usr (id) DEFERRABLE INITIALLY DEFERRED,
    xact_start timestamptz NOT NULL DEFAULT now(),
    xact_finish timestamptz,
    unrecovered boolean,
    CONSTRAINT xact_times CHECK (xact_finish >= xact_start)
);
CREATE INDEX m_b_x_open_xacts_idx ON money.billable_xact (usr);

CREATE TABLE money.grocery (
    billing_location integer NOT NULL REFERENCES actor.org_unit (id),
    note text
) INHERITS (money.billable_xact);
ALTER TABLE money.grocery ADD PRIMARY KEY (id);
ALTER TABLE money.grocery ADD CONSTRAINT mg_usr_fkey FOREIGN KEY (usr) REFERENCES actor.usr (id) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE action.circulation (
    target_copy bigint NOT NULL REFERENCES asset.copy (id) DEFERRABLE INITIALLY DEFERRED,
    circ_lib integer NOT NULL REFERENCES actor.org_unit (id) DEFERRABLE INITIALLY DEFERRED,
    circ_staff integer NOT NULL REFERENCES actor.usr (id) DEFERRABLE INITIALLY DEFERRED,
    checkin_staff integer,
    checkin_lib integer REFERENCES actor.org_unit (id),
    renewal_remaining integer NOT NULL CHECK (renewal_remaining >= 0),
    grace_period interval NOT NULL,
    due_date timestamptz,
    stop_fines_time timestamptz,
    checkin_time timestamptz,
    create_time timestamptz NOT NULL DEFAULT now(),
    duration interval,
    fine_interval interval NOT NULL DEFAULT '1 day'::interval,
    recurring_fine numeric(6,2),
    max_fine numeric(6,2),
    phone_renewal boolean NOT NULL DEFAULT false,
    desk_renewal boolean NOT NULL DEFAULT false,
    opac_renewal boolean NOT NULL DEFAULT false,
    duration_rule text NOT NULL REFERENCES config.rule_circ_duration (name) ON UPDATE CASCADE,
    recurring_fine_rule text NOT NULL REFERENCES config.rule_recurring_fine (name) ON UPDATE CASCADE,
    stop_fines text,
    parent_circ bigint,
    CONSTRAINT stop_fines_reasons CHECK (stop_fines IN ('CHECKIN', 'CLAIMSRETURNED', 'LOST', 'MAXFINES', 'RENEW', 'LONGOVERDUE', 'CLAIMSNEVERCHECKEDOUT')),
    CONSTRAINT stop_fines_pair CHECK ((stop_fines IS NULL) = (stop_fines_time IS NULL)),
    CONSTRAINT one_renewal_kind CHECK (phone_renewal::int + desk_renewal::int + opac_renewal::int <= 1),
    CONSTRAINT renewal_has_parent CHECK (NOT (phone_renewal OR desk_renewal OR opac_renewal) OR parent_circ IS NOT NULL),
    CONSTRAINT due_after_start CHECK (due_date > xact_start),
    CONSTRAINT checkin_complete CHECK (num_nulls(checkin_time, checkin_staff, checkin_lib) IN (0, 3)),
    CONSTRAINT fine_cap CHECK (recurring_fine >= 0 AND recurring_fine <= max_fine)
) INHERITS (money.billable_xact);
ALTER TABLE action.circulation ADD PRIMARY KEY (id);
ALTER TABLE action.circulation
    ADD CONSTRAINT action_circulation_usr_fkey FOREIGN KEY (usr) REFERENCES actor.usr (id) DEFERRABLE INITIALLY DEFERRED,
    ADD CONSTRAINT action_circulation_checkin_staff_fkey FOREIGN KEY (checkin_staff) REFERENCES actor.usr (id) DEFERRABLE INITIALLY DEFERRED,
    ADD CONSTRAINT action_circulation_parent_fkey FOREIGN KEY (parent_circ) REFERENCES action.circulation (id) DEFERRABLE INITIALLY DEFERRED;
CREATE UNIQUE INDEX only_one_concurrent_checkout_per_copy ON action.circulation (target_copy) WHERE checkin_time IS NULL;
CREATE UNIQUE INDEX circ_parent_idx ON action.circulation (parent_circ) WHERE parent_circ IS NOT NULL;

CREATE TABLE money.billing (
    id bigserial PRIMARY KEY,
    xact bigint NOT NULL,
    billing_ts timestamptz NOT NULL DEFAULT now(),
    voided boolean NOT NULL DEFAULT false,
    voider integer REFERENCES actor.usr (id),
    void_time timestamptz,
    amount numeric(6,2) NOT NULL CHECK (amount >= 0),
    billing_type text NOT NULL,
    btype integer NOT NULL DEFAULT 1,
    period_start timestamptz,
    period_end timestamptz,
    note text,
    CHECK (voided = (void_time IS NOT NULL)),
    CHECK (voider IS NULL OR voided),
    CHECK (period_start < period_end)
);
COMMENT ON COLUMN money.billing.xact IS 'id in money.billable_xact or a child of it; a foreign key would not see the children';
CREATE INDEX m_b_xact_idx ON money.billing (xact);

CREATE TABLE money.payment (
    id bigserial PRIMARY KEY,
    xact bigint NOT NULL,
    payment_ts timestamptz NOT NULL DEFAULT now(),
    voided boolean NOT NULL DEFAULT false,
    amount numeric(6,2) NOT NULL CHECK (amount <> 0),
    note text
);
CREATE TABLE money.bnm_desk_payment (
    amount_collected numeric(6,2) NOT NULL CHECK (amount_collected >= 0),
    accepting_usr integer NOT NULL REFERENCES actor.usr (id),
    cash_drawer integer,
    payment_type text NOT NULL DEFAULT 'cash' CHECK (payment_type IN ('cash', 'check', 'credit_card')),
    check_number text,
    approval_code text,
    CHECK (payment_type <> 'check' OR check_number IS NOT NULL),
    CHECK (payment_type <> 'credit_card' OR approval_code IS NOT NULL),
    PRIMARY KEY (id)
) INHERITS (money.payment);

CREATE TABLE action.hold_request (
    id serial PRIMARY KEY,
    request_time timestamptz NOT NULL DEFAULT now(),
    capture_time timestamptz,
    fulfillment_time timestamptz,
    checkin_time timestamptz,
    return_time timestamptz,
    prev_check_time timestamptz,
    expire_time timestamptz,
    cancel_time timestamptz,
    cancel_cause integer CHECK (cancel_cause BETWEEN 1 AND 8),
    target bigint NOT NULL,
    current_copy bigint REFERENCES asset.copy (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    fulfillment_staff integer REFERENCES actor.usr (id) DEFERRABLE INITIALLY DEFERRED,
    fulfillment_lib integer REFERENCES actor.org_unit (id) DEFERRABLE INITIALLY DEFERRED,
    request_lib integer NOT NULL REFERENCES actor.org_unit (id) DEFERRABLE INITIALLY DEFERRED,
    requestor integer NOT NULL REFERENCES actor.usr (id) DEFERRABLE INITIALLY DEFERRED,
    usr integer NOT NULL REFERENCES actor.usr (id) DEFERRABLE INITIALLY DEFERRED,
    selection_ou integer NOT NULL,
    selection_depth integer NOT NULL DEFAULT 0,
    pickup_lib integer NOT NULL REFERENCES actor.org_unit (id),
    hold_type text NOT NULL CHECK (hold_type IN ('M', 'T', 'V', 'C', 'F', 'R', 'I', 'P')),
    holdable_formats text,
    phone_notify text,
    email_notify boolean NOT NULL DEFAULT true,
    frozen boolean NOT NULL DEFAULT false,
    thaw_date timestamptz,
    shelf_time timestamptz,
    cut_in_line boolean,
    mint_condition boolean NOT NULL DEFAULT true,
    CHECK (capture_time >= request_time),
    CHECK (capture_time IS NULL OR current_copy IS NOT NULL),
    CHECK (fulfillment_time IS NULL OR fulfillment_staff IS NOT NULL),
    CHECK (cancel_time IS NULL OR fulfillment_time IS NULL),
    CHECK (cancel_cause IS NULL OR cancel_time IS NOT NULL),
    CHECK (thaw_date IS NULL OR frozen)
);
CREATE UNIQUE INDEX hold_request_capture_protect_idx ON action.hold_request (current_copy) WHERE current_copy IS NOT NULL AND capture_time IS NOT NULL AND cancel_time IS NULL AND fulfillment_time IS NULL;

CREATE TABLE action.transit_copy (
    id serial PRIMARY KEY,
    source_send_time timestamptz NOT NULL,
    dest_recv_time timestamptz,
    target_copy bigint NOT NULL REFERENCES asset.copy (id),
    source integer NOT NULL REFERENCES actor.org_unit (id),
    dest integer NOT NULL REFERENCES actor.org_unit (id),
    prev_hop integer REFERENCES action.transit_copy (id),
    copy_status integer NOT NULL REFERENCES config.copy_status (id),
    persistant_transfer boolean NOT NULL DEFAULT false,
    cancel_time timestamptz,
    CHECK (source <> dest),
    CHECK (dest_recv_time >= source_send_time)
);

CREATE TABLE acq.currency_type (
    code text PRIMARY KEY CHECK (code ~ '^[A-Z]{3}$'),
    label text
);
CREATE TABLE acq.exchange_rate (
    id serial PRIMARY KEY,
    from_currency text NOT NULL REFERENCES acq.currency_type (code),
    to_currency text NOT NULL REFERENCES acq.currency_type (code),
    ratio numeric NOT NULL CHECK (ratio > 0),
    CONSTRAINT exchange_rate_from_to_once UNIQUE (from_currency, to_currency),
    CHECK (from_currency <> to_currency)
);
CREATE TABLE acq.fund (
    id serial PRIMARY KEY,
    org integer NOT NULL REFERENCES actor.org_unit (id) ON UPDATE CASCADE ON DELETE CASCADE,
    name text NOT NULL,
    year integer NOT NULL DEFAULT EXTRACT(YEAR FROM now()) CHECK (year BETWEEN 1990 AND 2100),
    currency_type text NOT NULL REFERENCES acq.currency_type (code),
    code text,
    rollover boolean NOT NULL DEFAULT false,
    propagate boolean NOT NULL DEFAULT true,
    active boolean NOT NULL DEFAULT true,
    balance_warning_percent integer,
    balance_stop_percent integer,
    CONSTRAINT name_once_per_org_year UNIQUE (org, name, year),
    CONSTRAINT code_once_per_org_year UNIQUE (org, code, year),
    CONSTRAINT acq_fund_rollover_implies_propagate CHECK (propagate OR NOT rollover),
    CHECK (balance_stop_percent <= 100 AND balance_warning_percent <= balance_stop_percent)
);
