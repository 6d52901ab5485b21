// Streams two tables into PostgreSQL by COPY, parents first: `copy_to_postgres "host=... dbname=..."`.
#include <cstdio>
#include <exception>

#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_copy.hpp>
#include <synth/program/typed_schema.hpp>

#include "shop.hpp"

// COPY of one table, in the binary format.
template<typename Row>
void copy_table(synth::postgres_connection& connection, const synth::dataset<shop::schema>& data) {
    const synth::typed_plan<shop::schema> plan{data.options()};
    synth::postgres_copy copy{connection, plan.shape(shop::schema::index_or_none<Row>()), true};
    synth::write_table<Row>(data, synth::copy_binary_format{}, {},
                            [&](std::string_view block) { copy.put(block); });
    copy.finish();
}

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: copy_to_postgres \"host=... dbname=...\"\n", stderr);
        return 2;
    }
    try {
        synth::postgres_connection connection{argv[1]};
        connection.query("cannot make the tables",
                         "CREATE TABLE customer (id bigint PRIMARY KEY, name text NOT NULL, email text)");
        connection.query(
            "cannot make the tables",
            "CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customer, "
            "placed_at timestamp NOT NULL)");
        const synth::dataset<shop::schema> data{synth::count<shop::customer>{1'000},
                                                synth::count<shop::orders>{20'000},
                                                synth::count<shop::order_line>{60'000}};
        copy_table<shop::customer>(connection, data);
        copy_table<shop::orders>(connection, data);
        const synth::postgres_result heaviest = connection.query(
            "cannot read the orders",
            "SELECT customer_id, count(*) FROM orders GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 3");
        for (int row = 0; row < 3; ++row) {
            std::printf("customer %s has %s orders\n", heaviest.text(row, 0).data(),
                        heaviest.text(row, 1).data());
        }
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
