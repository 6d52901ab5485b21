// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/database/redacted.hpp>

using synth::redacted;

TEST_CASE("a password in a URL is hidden") {
    CHECK(redacted("postgresql://ann:secret@host:5432/shop") == "postgresql://ann:***@host:5432/shop");
    CHECK(redacted("postgresql://ann:@host/shop") == "postgresql://ann:***@host/shop");
    CHECK(redacted("postgresql:///shop?user=ann&password=secret&sslmode=require") ==
          "postgresql:///shop?user=ann&password=***&sslmode=require");
    CHECK(redacted("postgresql:///shop?sslpassword=secret") == "postgresql:///shop?sslpassword=***");
}

TEST_CASE("a password that is not percent-encoded is hidden whole") {
    CHECK(redacted("postgresql://ann:a@b/c?d@host/shop") == "postgresql://ann:***@host/shop");
    CHECK(redacted("postgresql://ann:x:y@host/shop") == "postgresql://ann:***@host/shop");
}

TEST_CASE("a password in a conninfo is hidden, quoted or not") {
    CHECK(redacted("host=db password=secret dbname=shop") == "host=db password=*** dbname=shop");
    CHECK(redacted("password = 'two \\' words' host=db") == "password = *** host=db");
    CHECK(redacted("PASSWORD=secret") == "PASSWORD=***");
    CHECK(redacted("host=db password='never closed") == "host=db password=***");
    CHECK(redacted("password=a\\ b host=db") == "password=*** host=db");
}

TEST_CASE("what holds no secret stays as it is") {
    CHECK(redacted("postgresql://host/shop") == "postgresql://host/shop");
    CHECK(redacted("postgresql://ann@host:5432/shop") == "postgresql://ann@host:5432/shop");
    CHECK(redacted("postgresql://host:5432/shop") == "postgresql://host:5432/shop");
    CHECK(redacted("/tmp/shop.db") == "/tmp/shop.db");
    CHECK(redacted("host=db passfile=/home/ann/.pgpass") == "host=db passfile=/home/ann/.pgpass");
    CHECK(redacted("") == "");
}

TEST_CASE("a secret that ends too early is noticed") {
    CHECK(synth::has_unclear_secret("postgresql://u:sec@ret@localhost:1/x"));
    CHECK(synth::has_unclear_secret("postgresql://u:sec/ret@localhost:1/x"));
    CHECK(synth::has_unclear_secret("postgres://u:sec?ret@localhost/x"));
    CHECK(synth::has_unclear_secret("postgresql://u:se@cret/x@localhost:1/shop"));
    CHECK_FALSE(synth::has_unclear_secret("postgresql://u:sec%40ret@localhost:1/x"));
    CHECK_FALSE(synth::has_unclear_secret("postgresql://u@localhost/x?application_name=a@b"));
    CHECK_FALSE(synth::has_unclear_secret("postgresql://localhost/x?application_name=a"));
    CHECK_FALSE(synth::has_unclear_secret("host=a user=u@v://w"));
}
