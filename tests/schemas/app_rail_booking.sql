-- A passenger railway: infrastructure and timetable, dated train runs, rolling stock rosters,
-- bookings with seat segments that may not overlap, fares, crew duties.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS citext;

CREATE SCHEMA infra;
CREATE SCHEMA ops;
CREATE SCHEMA sales;

CREATE DOMAIN infra.uic AS char(7) CHECK (VALUE ~ '^[0-9]{7}$');
CREATE DOMAIN sales.money_amount AS numeric(10,2) CHECK (VALUE >= 0);
CREATE DOMAIN sales.pnr AS char(6) CHECK (VALUE ~ '^[A-HJ-NP-Z2-9]{6}$');

CREATE TYPE ops.run_status AS ENUM ('planned', 'boarding', 'en_route', 'arrived', 'cancelled');
CREATE TYPE sales.travel_class AS ENUM ('first', 'second', 'sleeper');
CREATE TYPE sales.booking_status AS ENUM ('held', 'ticketed', 'cancelled', 'expired');
CREATE TYPE sales.passenger_kind AS ENUM ('adult', 'child', 'infant', 'senior', 'youth');

CREATE TABLE infra.country (
    code char(2) PRIMARY KEY CHECK (code ~ '^[A-Z]{2}$'),
    uic_prefix smallint NOT NULL UNIQUE CHECK (uic_prefix BETWEEN 10 AND 99),
    name text NOT NULL,
    timezone text NOT NULL
);

CREATE TABLE infra.station (
    station_id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    uic_code infra.uic NOT NULL UNIQUE,
    short_code varchar(5) NOT NULL CHECK (short_code ~ '^[A-Z]{2,5}$'),
    name citext NOT NULL,
    country_code char(2) NOT NULL REFERENCES infra.country (code),
    parent_station_id integer REFERENCES infra.station (station_id),
    lat numeric(9,6) NOT NULL CHECK (lat BETWEEN -90 AND 90),
    lon numeric(9,6) NOT NULL CHECK (lon BETWEEN -180 AND 180),
    platforms text[] NOT NULL DEFAULT '{}' CHECK (array_position(platforms, '') IS NULL),
    is_meta boolean NOT NULL DEFAULT false,
    closed_on date,
    UNIQUE (country_code, short_code),
    CHECK (parent_station_id <> station_id),
    CHECK (NOT (is_meta AND parent_station_id IS NOT NULL))
);
CREATE UNIQUE INDEX station_name_open ON infra.station (country_code, name) WHERE closed_on IS NULL;

CREATE TABLE infra.track_section (
    from_station integer NOT NULL REFERENCES infra.station (station_id),
    to_station integer NOT NULL REFERENCES infra.station (station_id),
    length_m integer NOT NULL CHECK (length_m > 0),
    vmax_kmh smallint NOT NULL CHECK (vmax_kmh BETWEEN 10 AND 400),
    electrified boolean NOT NULL DEFAULT true,
    voltage_kv numeric(4,1) CHECK (voltage_kv IN (0.8, 1.5, 3.0, 15.0, 25.0)),
    PRIMARY KEY (from_station, to_station),
    CHECK (from_station <> to_station),
    CHECK (electrified = (voltage_kv IS NOT NULL))
);

CREATE TABLE infra.possession (
    possession_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    from_station integer NOT NULL,
    to_station integer NOT NULL,
    during tstzrange NOT NULL,
    reason text NOT NULL CHECK (char_length(reason) BETWEEN 3 AND 500),
    FOREIGN KEY (from_station, to_station) REFERENCES infra.track_section (from_station, to_station),
    CHECK (NOT isempty(during) AND NOT lower_inf(during) AND NOT upper_inf(during)),
    CONSTRAINT one_possession_at_a_time EXCLUDE USING gist (from_station WITH =, to_station WITH =, during WITH &&)
);
COMMENT ON TABLE infra.possession IS 'Engineering possession of a track section';

CREATE TABLE ops.carriage_type (
    type_code varchar(8) PRIMARY KEY,
    description text NOT NULL,
    length_mm integer NOT NULL CHECK (length_mm BETWEEN 10000 AND 60000),
    mass_t numeric(5,1) NOT NULL CHECK (mass_t > 0),
    seats_first smallint NOT NULL DEFAULT 0 CHECK (seats_first >= 0),
    seats_second smallint NOT NULL DEFAULT 0 CHECK (seats_second >= 0),
    berths smallint NOT NULL DEFAULT 0 CHECK (berths >= 0),
    capacity smallint GENERATED ALWAYS AS (seats_first + seats_second + berths) STORED,
    features jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(features) = 'object')
);

CREATE TABLE ops.type_seat (
    type_code varchar(8) NOT NULL REFERENCES ops.carriage_type (type_code) ON UPDATE CASCADE ON DELETE CASCADE,
    seat_no varchar(4) NOT NULL CHECK (seat_no ~ '^[1-9][0-9]{0,2}[A-F]?$'),
    class sales.travel_class NOT NULL,
    position varchar(6) NOT NULL CHECK (position IN ('window', 'aisle', 'middle', 'upper', 'lower')),
    facing char(1) CHECK (facing IN ('F', 'B')),
    accessible boolean NOT NULL DEFAULT false,
    PRIMARY KEY (type_code, seat_no),
    CHECK ((class = 'sleeper') = (position IN ('upper', 'lower')))
);

CREATE TABLE ops.trainset (
    trainset_id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    fleet_number varchar(10) NOT NULL UNIQUE CHECK (fleet_number ~ '^[0-9]{3,4}-[0-9]{3}$'),
    name text,
    in_service daterange NOT NULL DEFAULT daterange(CURRENT_DATE, NULL) CHECK (NOT isempty(in_service)),
    home_depot integer REFERENCES infra.station (station_id)
);

CREATE TABLE ops.trainset_carriage (
    trainset_id integer NOT NULL REFERENCES ops.trainset (trainset_id) ON DELETE CASCADE,
    position smallint NOT NULL CHECK (position BETWEEN 1 AND 24),
    coach_no smallint NOT NULL CHECK (coach_no BETWEEN 1 AND 99),
    type_code varchar(8) NOT NULL REFERENCES ops.carriage_type (type_code),
    evn varchar(12) NOT NULL UNIQUE CHECK (evn ~ '^[0-9]{12}$'),
    PRIMARY KEY (trainset_id, position),
    UNIQUE (trainset_id, coach_no),
    UNIQUE (trainset_id, coach_no, type_code)
);

CREATE TABLE ops.service (
    service_no varchar(8) NOT NULL CHECK (service_no ~ '^[A-Z]{1,3}[0-9]{1,5}$'),
    valid daterange NOT NULL,
    days_of_week bit(7) NOT NULL CHECK (days_of_week <> B'0000000'),
    category varchar(4) NOT NULL CHECK (category IN ('ICE', 'IC', 'RE', 'RB', 'NJ', 'EC')),
    origin integer NOT NULL REFERENCES infra.station (station_id),
    destination integer NOT NULL REFERENCES infra.station (station_id),
    reservation_required boolean NOT NULL DEFAULT false,
    service_id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    CHECK (origin <> destination),
    CHECK (NOT isempty(valid)),
    CONSTRAINT service_no_per_period EXCLUDE USING gist (service_no WITH =, valid WITH &&)
);

CREATE TABLE ops.service_stop (
    service_id integer NOT NULL REFERENCES ops.service (service_id) ON DELETE CASCADE,
    stop_seq smallint NOT NULL CHECK (stop_seq BETWEEN 1 AND 99),
    station_id integer NOT NULL REFERENCES infra.station (station_id),
    arr_offset interval,
    dep_offset interval,
    pickup boolean NOT NULL DEFAULT true,
    dropoff boolean NOT NULL DEFAULT true,
    PRIMARY KEY (service_id, stop_seq),
    UNIQUE (service_id, station_id),
    CHECK (num_nonnulls(arr_offset, dep_offset) >= 1),
    CHECK (arr_offset <= dep_offset),
    CHECK (COALESCE(arr_offset, dep_offset) >= interval '0' AND COALESCE(dep_offset, arr_offset) < interval '48 hours'),
    CHECK (stop_seq > 1 OR arr_offset IS NULL)
);

CREATE TABLE ops.train_run (
    run_id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    service_id integer NOT NULL REFERENCES ops.service (service_id),
    run_date date NOT NULL,
    status ops.run_status NOT NULL DEFAULT 'planned',
    scheduled_departure timestamptz NOT NULL,
    scheduled_arrival timestamptz NOT NULL,
    actual_departure timestamptz,
    actual_arrival timestamptz,
    cancel_reason text,
    replaces_run_id bigint REFERENCES ops.train_run (run_id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (service_id, run_date),
    UNIQUE (run_id, service_id),
    CHECK (scheduled_arrival > scheduled_departure),
    CHECK (actual_arrival IS NULL OR (actual_departure IS NOT NULL AND actual_arrival > actual_departure)),
    CONSTRAINT run_status_times CHECK (
        CASE status
            WHEN 'arrived' THEN actual_departure IS NOT NULL AND actual_arrival IS NOT NULL
            WHEN 'en_route' THEN actual_departure IS NOT NULL AND actual_arrival IS NULL
            WHEN 'cancelled' THEN cancel_reason IS NOT NULL
            ELSE actual_departure IS NULL AND actual_arrival IS NULL
        END),
    CHECK (replaces_run_id <> run_id)
);

CREATE TABLE ops.roster (
    run_id bigint NOT NULL REFERENCES ops.train_run (run_id) ON DELETE CASCADE,
    trainset_id integer NOT NULL REFERENCES ops.trainset (trainset_id),
    unit_position smallint NOT NULL DEFAULT 1 CHECK (unit_position IN (1, 2)),
    busy tstzrange NOT NULL CHECK (NOT isempty(busy) AND lower_inc(busy) AND NOT upper_inc(busy)),
    PRIMARY KEY (run_id, unit_position),
    UNIQUE (run_id, trainset_id),
    CONSTRAINT trainset_not_twice EXCLUDE USING gist (trainset_id WITH =, busy WITH &&)
);

CREATE TABLE ops.crew_member (
    staff_no char(8) PRIMARY KEY CHECK (staff_no ~ '^[CDT][0-9]{7}$'),
    full_name text NOT NULL,
    role text NOT NULL CHECK (role IN ('driver', 'conductor', 'train_manager')),
    licence_no varchar(20) UNIQUE,
    licence_valid daterange,
    base integer NOT NULL REFERENCES infra.station (station_id),
    CONSTRAINT driver_has_licence CHECK (role <> 'driver' OR num_nulls(licence_no, licence_valid) = 0),
    CONSTRAINT staff_no_role CHECK (left(staff_no, 1) = CASE role WHEN 'driver' THEN 'D' WHEN 'conductor' THEN 'C' ELSE 'T' END)
);

CREATE TABLE ops.crew_duty (
    duty_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    staff_no char(8) NOT NULL REFERENCES ops.crew_member (staff_no),
    run_id bigint REFERENCES ops.train_run (run_id),
    kind text NOT NULL DEFAULT 'train' CHECK (kind IN ('train', 'standby', 'training', 'leave')),
    starts timestamptz NOT NULL,
    ends timestamptz NOT NULL,
    CHECK (ends > starts),
    CHECK (kind = 'leave' OR ends - starts <= interval '14 hours'),
    CHECK ((kind = 'train') = (run_id IS NOT NULL)),
    CONSTRAINT crew_not_twice EXCLUDE USING gist (staff_no WITH =, tstzrange(starts, ends) WITH &&)
);

CREATE TABLE sales.customer (
    customer_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    email citext NOT NULL UNIQUE CHECK (email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$'),
    full_name text NOT NULL,
    phone text CHECK (phone ~ '^\+[1-9][0-9]{6,14}$'),
    birth_date date CHECK (birth_date > DATE '1900-01-01'),
    password_hash bytea NOT NULL CHECK (octet_length(password_hash) BETWEEN 32 AND 64),
    marketing_consent_at timestamptz,
    referred_by uuid REFERENCES sales.customer (customer_id) ON DELETE SET NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK (referred_by <> customer_id)
);

CREATE TABLE sales.loyalty_card (
    card_no char(16) PRIMARY KEY CHECK (card_no ~ '^7081[0-9]{12}$'),
    customer_id uuid NOT NULL REFERENCES sales.customer (customer_id),
    product varchar(12) NOT NULL CHECK (product IN ('HALF', 'QUARTER', 'ALL')),
    class sales.travel_class NOT NULL CHECK (class <> 'sleeper'),
    valid daterange NOT NULL CHECK (NOT isempty(valid)),
    price sales.money_amount NOT NULL,
    CONSTRAINT one_card_at_a_time EXCLUDE USING gist (customer_id WITH =, valid WITH &&)
);

CREATE TABLE sales.fare (
    fare_code varchar(10) PRIMARY KEY CHECK (fare_code = upper(fare_code)),
    name text NOT NULL,
    refundable boolean NOT NULL,
    refund_fee sales.money_amount,
    discount_pct numeric(5,2) NOT NULL DEFAULT 0 CHECK (discount_pct >= 0 AND discount_pct < 100),
    train_bound boolean NOT NULL DEFAULT true,
    max_advance_days integer CHECK (max_advance_days BETWEEN 1 AND 365),
    CHECK (refundable OR refund_fee IS NULL)
);

CREATE TABLE sales.price_band (
    fare_code varchar(10) NOT NULL REFERENCES sales.fare (fare_code),
    class sales.travel_class NOT NULL,
    distance_km int4range NOT NULL CHECK (lower(distance_km) >= 0),
    price sales.money_amount NOT NULL CHECK (price > 0),
    valid_from date NOT NULL,
    valid_to date,
    CHECK (valid_to >= valid_from),
    CONSTRAINT price_band_disjoint EXCLUDE USING gist (fare_code WITH =, class WITH =, distance_km WITH &&, daterange(valid_from, valid_to, '[]') WITH &&)
);

CREATE TABLE sales.booking (
    booking_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pnr sales.pnr NOT NULL,
    customer_id uuid REFERENCES sales.customer (customer_id) ON DELETE SET NULL,
    contact_email citext NOT NULL,
    status sales.booking_status NOT NULL DEFAULT 'held',
    booked_at timestamptz NOT NULL DEFAULT now(),
    hold_until timestamptz,
    ticketed_at timestamptz,
    cancelled_at timestamptz,
    gross sales.money_amount NOT NULL DEFAULT 0,
    discount sales.money_amount NOT NULL DEFAULT 0,
    net numeric(10,2) GENERATED ALWAYS AS (gross - discount) STORED,
    currency char(3) NOT NULL DEFAULT 'EUR' CHECK (currency IN ('EUR', 'CHF', 'DKK', 'CZK', 'PLN', 'GBP')),
    channel varchar(10) NOT NULL CHECK (channel IN ('web', 'app', 'counter', 'machine', 'partner')),
    agent_staff_no char(8) REFERENCES ops.crew_member (staff_no),
    client_ip inet,
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK (discount <= gross),
    CHECK (hold_until > booked_at),
    CONSTRAINT booking_status_times CHECK (
        (status <> 'held' OR (hold_until IS NOT NULL AND ticketed_at IS NULL))
        AND (status <> 'ticketed' OR ticketed_at IS NOT NULL)
        AND ((status = 'cancelled') = (cancelled_at IS NOT NULL))),
    CHECK (ticketed_at >= booked_at AND cancelled_at >= booked_at),
    CHECK (channel IN ('web', 'app') OR client_ip IS NULL)
);
CREATE UNIQUE INDEX booking_pnr_active ON sales.booking (pnr) WHERE status IN ('held', 'ticketed');

CREATE TABLE sales.passenger (
    booking_id bigint NOT NULL REFERENCES sales.booking (booking_id) ON DELETE CASCADE,
    pax_no smallint NOT NULL CHECK (pax_no BETWEEN 1 AND 9),
    kind sales.passenger_kind NOT NULL DEFAULT 'adult',
    full_name text,
    age smallint CHECK (age BETWEEN 0 AND 120),
    loyalty_card_no char(16) REFERENCES sales.loyalty_card (card_no),
    accompanied_by smallint,
    PRIMARY KEY (booking_id, pax_no),
    FOREIGN KEY (booking_id, accompanied_by) REFERENCES sales.passenger (booking_id, pax_no),
    CHECK (kind NOT IN ('child', 'infant') OR (age IS NOT NULL AND age < 15)),
    CHECK (kind <> 'infant' OR accompanied_by IS NOT NULL),
    CHECK (accompanied_by <> pax_no)
);

CREATE TABLE sales.segment (
    booking_id bigint NOT NULL REFERENCES sales.booking (booking_id) ON DELETE CASCADE,
    segment_no smallint NOT NULL CHECK (segment_no BETWEEN 1 AND 12),
    run_id bigint NOT NULL,
    service_id integer NOT NULL,
    board_seq smallint NOT NULL,
    alight_seq smallint NOT NULL,
    class sales.travel_class NOT NULL,
    fare_code varchar(10) NOT NULL REFERENCES sales.fare (fare_code),
    price sales.money_amount NOT NULL,
    PRIMARY KEY (booking_id, segment_no),
    FOREIGN KEY (run_id, service_id) REFERENCES ops.train_run (run_id, service_id),
    FOREIGN KEY (service_id, board_seq) REFERENCES ops.service_stop (service_id, stop_seq),
    FOREIGN KEY (service_id, alight_seq) REFERENCES ops.service_stop (service_id, stop_seq),
    CHECK (board_seq < alight_seq)
);

CREATE TABLE sales.seat_reservation (
    reservation_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    booking_id bigint NOT NULL,
    segment_no smallint NOT NULL,
    pax_no smallint NOT NULL,
    run_id bigint NOT NULL,
    trainset_id integer NOT NULL,
    coach_no smallint NOT NULL,
    type_code varchar(8) NOT NULL,
    seat_no varchar(4) NOT NULL,
    stops int4range NOT NULL,
    released_at timestamptz,
    FOREIGN KEY (booking_id, segment_no) REFERENCES sales.segment (booking_id, segment_no) ON DELETE CASCADE,
    FOREIGN KEY (booking_id, pax_no) REFERENCES sales.passenger (booking_id, pax_no) ON DELETE CASCADE,
    FOREIGN KEY (run_id, trainset_id) REFERENCES ops.roster (run_id, trainset_id),
    FOREIGN KEY (trainset_id, coach_no, type_code) REFERENCES ops.trainset_carriage (trainset_id, coach_no, type_code),
    FOREIGN KEY (type_code, seat_no) REFERENCES ops.type_seat (type_code, seat_no),
    CHECK (NOT isempty(stops) AND lower(stops) >= 1 AND upper(stops) <= 99),
    CONSTRAINT seat_sold_once EXCLUDE USING gist (run_id WITH =, coach_no WITH =, seat_no WITH =, stops WITH &&) WHERE (released_at IS NULL)
);
CREATE UNIQUE INDEX seat_reservation_pax ON sales.seat_reservation (booking_id, segment_no, pax_no) WHERE released_at IS NULL;

CREATE TABLE sales.payment (
    payment_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    booking_id bigint NOT NULL REFERENCES sales.booking (booking_id),
    method varchar(10) NOT NULL CHECK (method IN ('card', 'cash', 'voucher', 'sepa')),
    amount numeric(10,2) NOT NULL CHECK (amount <> 0),
    refund_of bigint REFERENCES sales.payment (payment_id),
    card_last4 char(4) CHECK (card_last4 ~ '^[0-9]{4}$'),
    iban varchar(34) CHECK (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
    psp_reference text,
    paid_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((refund_of IS NULL) = (amount > 0)),
    CHECK (CASE method WHEN 'card' THEN card_last4 IS NOT NULL AND iban IS NULL WHEN 'sepa' THEN iban IS NOT NULL AND card_last4 IS NULL ELSE num_nonnulls(card_last4, iban) = 0 END)
);
CREATE UNIQUE INDEX payment_psp ON sales.payment (psp_reference) WHERE psp_reference IS NOT NULL;

CREATE FUNCTION sales.touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END $$;
CREATE TRIGGER customer_touch BEFORE UPDATE ON sales.customer FOR EACH ROW EXECUTE FUNCTION sales.touch();
CREATE TRIGGER booking_touch BEFORE UPDATE ON sales.booking FOR EACH ROW EXECUTE FUNCTION sales.touch();

CREATE VIEW ops.departures AS
    SELECT r.run_id, s.service_no, s.category, st.name AS station,
           r.scheduled_departure + ss.dep_offset AS departs, r.status
      FROM ops.train_run r
      JOIN ops.service s USING (service_id)
      JOIN ops.service_stop ss USING (service_id)
      JOIN infra.station st USING (station_id)
     WHERE ss.dep_offset IS NOT NULL AND r.status <> 'cancelled';
