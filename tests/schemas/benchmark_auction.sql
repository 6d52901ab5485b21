-- An auction benchmark after AuctionMark and RUBiS: keys that grow by a column at each level, purchases beside bids, wide item keys.
CREATE TABLE region (
    r_id   bigint PRIMARY KEY,
    r_name varchar(32)
);
CREATE TABLE useracct (
    u_id      varchar(128)  PRIMARY KEY,
    u_rating  bigint        NOT NULL,
    u_balance float         NOT NULL,
    u_comments integer      DEFAULT 0,
    u_r_id    bigint        NOT NULL REFERENCES region (r_id),
    u_created timestamp,
    u_updated timestamp,
    u_sattr0  varchar(64), u_sattr1 varchar(64), u_sattr2 varchar(64), u_sattr3 varchar(64),
    u_iattr0  bigint DEFAULT NULL, u_iattr1 bigint DEFAULT NULL
);
CREATE TABLE useracct_attributes (
    ua_id    bigint      NOT NULL,
    ua_u_id  varchar(128) NOT NULL REFERENCES useracct (u_id),
    ua_name  varchar(32) NOT NULL,
    ua_value varchar(32) NOT NULL,
    u_created timestamp,
    PRIMARY KEY (ua_id, ua_u_id)
);
CREATE TABLE category (
    c_id        bigint PRIMARY KEY,
    c_name      varchar(50),
    c_parent_id bigint REFERENCES category (c_id)
);
CREATE TABLE global_attribute_group (
    gag_id   varchar(128) PRIMARY KEY,
    gag_c_id bigint       NOT NULL REFERENCES category (c_id),
    gag_name varchar(100) NOT NULL
);
CREATE TABLE global_attribute_value (
    gav_id     varchar(128) NOT NULL,
    gav_gag_id varchar(128) NOT NULL REFERENCES global_attribute_group (gag_id),
    gav_name   varchar(100) NOT NULL,
    PRIMARY KEY (gav_id, gav_gag_id)
);
CREATE TABLE item (
    i_id              varchar(128) NOT NULL,
    i_u_id            varchar(128) NOT NULL REFERENCES useracct (u_id),
    i_c_id            bigint       NOT NULL REFERENCES category (c_id),
    i_name            varchar(100),
    i_description     varchar(1024),
    i_initial_price   float        NOT NULL CHECK (i_initial_price > 0),
    i_current_price   float        NOT NULL,
    i_num_bids        bigint       CHECK (i_num_bids >= 0),
    i_num_images      bigint,
    i_start_date      timestamp,
    i_end_date        timestamp,
    i_status          int          DEFAULT 0 CHECK (i_status IN (0, 1, 2, 3)),
    PRIMARY KEY (i_id, i_u_id),
    CHECK (i_end_date >= i_start_date),
    CHECK (i_current_price >= i_initial_price)
);
CREATE INDEX idx_item_seller ON item (i_u_id);
CREATE TABLE item_attribute (
    ia_id     varchar(128) NOT NULL,
    ia_i_id   varchar(128) NOT NULL,
    ia_u_id   varchar(128) NOT NULL,
    ia_gav_id varchar(128) NOT NULL,
    ia_gag_id varchar(128) NOT NULL,
    PRIMARY KEY (ia_id, ia_i_id, ia_u_id),
    FOREIGN KEY (ia_i_id, ia_u_id) REFERENCES item (i_id, i_u_id) ON DELETE CASCADE,
    FOREIGN KEY (ia_gav_id, ia_gag_id) REFERENCES global_attribute_value (gav_id, gav_gag_id)
);
CREATE TABLE item_image (
    ii_id   varchar(128) NOT NULL,
    ii_i_id varchar(128) NOT NULL,
    ii_u_id varchar(128) NOT NULL,
    PRIMARY KEY (ii_id, ii_i_id, ii_u_id),
    FOREIGN KEY (ii_i_id, ii_u_id) REFERENCES item (i_id, i_u_id) ON DELETE CASCADE
);
CREATE TABLE item_bid (
    ib_id       bigint       NOT NULL,
    ib_i_id     varchar(128) NOT NULL,
    ib_u_id     varchar(128) NOT NULL,
    ib_buyer_id varchar(128) NOT NULL REFERENCES useracct (u_id),
    ib_bid      float        NOT NULL,
    ib_max_bid  float        NOT NULL,
    ib_created  timestamp,
    PRIMARY KEY (ib_id, ib_i_id, ib_u_id),
    FOREIGN KEY (ib_i_id, ib_u_id) REFERENCES item (i_id, i_u_id) ON DELETE CASCADE,
    CHECK (ib_max_bid >= ib_bid)
);
CREATE TABLE item_max_bid (
    imb_i_id    varchar(128) NOT NULL,
    imb_u_id    varchar(128) NOT NULL,
    imb_ib_id   bigint       NOT NULL,
    imb_ib_i_id varchar(128) NOT NULL,
    imb_ib_u_id varchar(128) NOT NULL,
    imb_created timestamp,
    PRIMARY KEY (imb_i_id, imb_u_id),
    FOREIGN KEY (imb_i_id, imb_u_id) REFERENCES item (i_id, i_u_id) ON DELETE CASCADE,
    FOREIGN KEY (imb_ib_id, imb_ib_i_id, imb_ib_u_id) REFERENCES item_bid (ib_id, ib_i_id, ib_u_id)
);
CREATE TABLE item_purchase (
    ip_id     bigint       NOT NULL,
    ip_ib_id  bigint       NOT NULL,
    ip_ib_i_id varchar(128) NOT NULL,
    ip_ib_u_id varchar(128) NOT NULL,
    ip_date   timestamp,
    PRIMARY KEY (ip_id, ip_ib_id, ip_ib_i_id, ip_ib_u_id),
    FOREIGN KEY (ip_ib_id, ip_ib_i_id, ip_ib_u_id) REFERENCES item_bid (ib_id, ib_i_id, ib_u_id)
);
CREATE TABLE useracct_feedback (
    uf_u_id    varchar(128) NOT NULL REFERENCES useracct (u_id),
    uf_i_id    varchar(128) NOT NULL,
    uf_i_u_id  varchar(128) NOT NULL,
    uf_from_id varchar(128) NOT NULL REFERENCES useracct (u_id),
    uf_rating  smallint     NOT NULL CHECK (uf_rating IN (-1, 0, 1)),
    uf_date    timestamp,
    PRIMARY KEY (uf_u_id, uf_i_id, uf_i_u_id, uf_from_id),
    FOREIGN KEY (uf_i_id, uf_i_u_id) REFERENCES item (i_id, i_u_id),
    CHECK (uf_u_id <> uf_from_id)
);
CREATE TABLE useracct_watch (
    uw_u_id   varchar(128) NOT NULL REFERENCES useracct (u_id),
    uw_i_id   varchar(128) NOT NULL,
    uw_i_u_id varchar(128) NOT NULL,
    uw_created timestamp,
    PRIMARY KEY (uw_u_id, uw_i_id, uw_i_u_id),
    FOREIGN KEY (uw_i_id, uw_i_u_id) REFERENCES item (i_id, i_u_id) ON DELETE CASCADE
);
