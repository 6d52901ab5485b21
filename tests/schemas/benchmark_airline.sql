-- An airline benchmark after SEATS: text keys of flights, reservations unique by seat and by customer, distances between airports.
CREATE TABLE country (
    co_id     bigint      PRIMARY KEY,
    co_name   varchar(64) NOT NULL,
    co_code_2 char(2)     NOT NULL,
    co_code_3 char(3)     NOT NULL UNIQUE
);
CREATE TABLE airport (
    ap_id          bigint      PRIMARY KEY,
    ap_code        char(3)     NOT NULL,
    ap_name        varchar(128) NOT NULL,
    ap_city        varchar(64) NOT NULL,
    ap_postal_code varchar(12),
    ap_co_id       bigint      NOT NULL REFERENCES country (co_id),
    ap_longitude   float       CHECK (ap_longitude BETWEEN -180 AND 180),
    ap_latitude    float       CHECK (ap_latitude >= -90 AND ap_latitude <= 90),
    ap_gmt_offset  float,
    ap_wac         bigint,
    CONSTRAINT ap_code_upper CHECK (ap_code ~ '^[A-Z]{3}$')
);
CREATE TABLE airport_distance (
    d_ap_id0   bigint NOT NULL REFERENCES airport (ap_id),
    d_ap_id1   bigint NOT NULL REFERENCES airport (ap_id),
    d_distance float  NOT NULL CHECK (d_distance > 0),
    PRIMARY KEY (d_ap_id0, d_ap_id1),
    CHECK (d_ap_id0 < d_ap_id1)
);
CREATE TABLE airline (
    al_id        bigint       PRIMARY KEY,
    al_iata_code char(3),
    al_icao_code char(3),
    al_call_sign varchar(32),
    al_name      varchar(128) NOT NULL,
    al_co_id     bigint       NOT NULL REFERENCES country (co_id)
);
CREATE TABLE customer (
    c_id         varchar(128) PRIMARY KEY,
    c_id_str     varchar(64)  UNIQUE NOT NULL,
    c_base_ap_id bigint       REFERENCES airport (ap_id),
    c_balance    float        NOT NULL,
    c_sattr00    varchar(32), c_sattr01 varchar(8), c_sattr02 varchar(8),
    c_iattr00    bigint, c_iattr01 bigint, c_iattr02 bigint
);
CREATE TABLE frequent_flyer (
    ff_c_id     varchar(128) NOT NULL REFERENCES customer (c_id),
    ff_al_id    bigint       NOT NULL REFERENCES airline (al_id),
    ff_c_id_str varchar(64)  NOT NULL REFERENCES customer (c_id_str),
    ff_sattr00  varchar(32),
    ff_iattr00  bigint,
    PRIMARY KEY (ff_c_id, ff_al_id)
);
CREATE INDEX idx_ff_customer_id ON frequent_flyer (ff_c_id_str);
CREATE TABLE flight (
    f_id           varchar(128) PRIMARY KEY,
    f_al_id        bigint       NOT NULL REFERENCES airline (al_id),
    f_depart_ap_id bigint       NOT NULL REFERENCES airport (ap_id),
    f_depart_time  timestamp    NOT NULL,
    f_arrive_ap_id bigint       NOT NULL REFERENCES airport (ap_id),
    f_arrive_time  timestamp    NOT NULL,
    f_status       bigint       NOT NULL,
    f_base_price   float        NOT NULL,
    f_seats_total  bigint       NOT NULL CHECK (f_seats_total BETWEEN 1 AND 850),
    f_seats_left   bigint       NOT NULL CHECK (f_seats_left >= 0),
    CHECK (f_seats_left <= f_seats_total),
    CHECK (f_arrive_time > f_depart_time),
    CHECK (f_depart_ap_id <> f_arrive_ap_id)
);
CREATE INDEX f_depart_time_idx ON flight (f_depart_time);
CREATE TABLE reservation (
    r_id    bigint       NOT NULL,
    r_c_id  varchar(128) NOT NULL REFERENCES customer (c_id),
    r_f_id  varchar(128) NOT NULL REFERENCES flight (f_id),
    r_seat  bigint       NOT NULL CHECK (r_seat BETWEEN 0 AND 849),
    r_price float        NOT NULL,
    r_iattr00 bigint, r_iattr01 bigint, r_iattr02 bigint,
    r_created timestamp, r_updated timestamp,
    UNIQUE (r_f_id, r_seat),
    UNIQUE (r_f_id, r_c_id),
    PRIMARY KEY (r_id, r_c_id, r_f_id)
);
