// SPDX-License-Identifier: BSL-1.0
// Prints what it takes to load 2 M rows of twelve columns into PostgreSQL over COPY binary, made as they are
// sent, over the same rows from a file that is in memory; the server does the same for both.
//   tests/with_postgres round_postgres
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <optional>
#include <string>
#include <vector>

#include <synth/core/byte_buffer.hpp>
#include <synth/database/postgres_load.hpp>
#include <synth/program/typed_schema.hpp>
#include <synth/synth.hpp>

#include "../measure.hpp"

namespace bench {

struct payment {
    std::int64_t id{};
    std::int32_t account{};
    std::int16_t branch{};
    synth::decimal<12, 2> amount{};
    synth::decimal<6, 4> rate{};
    double score{};
    bool settled{};
    synth::date due{};
    synth::timestamp paid_at{};
    std::string city{};
    std::string purpose{};
    std::optional<std::string> note{};
};

constexpr std::uint64_t rows = 2'000'000;

} // namespace bench

template<>
inline constexpr auto synth::table<bench::payment> = synth::describe<bench::payment>(
    synth::row_count(bench::rows), synth::column<&bench::payment::city>(synth::max_length(20)),
    synth::column<&bench::payment::purpose>(synth::text(synth::uniform(20, 60)), synth::max_length(60)),
    synth::column<&bench::payment::note>(synth::nulls(0.5), synth::max_length(30)));

namespace {

const std::string table =
    "CREATE TABLE payment (id bigint NOT NULL, account integer NOT NULL, branch smallint "
    "NOT NULL, amount numeric(12,2) NOT NULL, rate numeric(6,4) NOT NULL, score double "
    "precision NOT NULL, settled boolean NOT NULL, due date NOT NULL, paid_at timestamp "
    "NOT NULL, city varchar(20) NOT NULL, purpose varchar(60) NOT NULL, note varchar(30))";

} // namespace

int main() {
    const char* target = std::getenv("SYNTH_TEST_POSTGRES"); // NOLINT(concurrency-mt-unsafe)
    if (target == nullptr) {
        std::fprintf(stderr, "round_postgres: run it under tests/with_postgres\n");
        return 1;
    }
    try {
        using schema = synth::schema<bench::payment>;
        synth::postgres_connection connection{target};
        connection.query("cannot create the table", table);
        const synth::typed_plan<schema> plan{{}};
        const synth::table_shape& shape = plan.shape(0);
        synth::byte_buffer file;
        plan.begin(0, synth::row_form::copy_binary, file);
        plan.write(0, synth::row_form::copy_binary, 0, bench::rows, file);
        plan.end(0, synth::row_form::copy_binary, file);

        synth::load_options options;
        options.truncate = true;
        const std::vector<std::size_t> tables{0};
        const auto made = [&] { (void)synth::load_postgres(connection, plan, tables, options); };
        const auto ready = [&] {
            synth::postgres_transaction transaction{connection};
            connection.query("cannot empty the table", "TRUNCATE payment");
            synth::postgres_copy copy{connection, shape, true, "cannot load the file", true};
            copy.put(file.view());
            copy.finish();
            connection.query("cannot gather statistics", "ANALYZE payment");
            transaction.commit("cannot load the file");
        };
        const bench::turns turns{5, made, ready};
        std::printf("postgres_vs_file %.3f x\n", turns.ratio(0, 1));
        std::printf("postgres_rows %.3f Mrows/s\n", static_cast<double>(bench::rows) / turns.best(0) / 1e6);
        std::printf("postgres_file_rows %.3f Mrows/s\n",
                    static_cast<double>(bench::rows) / turns.best(1) / 1e6);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
