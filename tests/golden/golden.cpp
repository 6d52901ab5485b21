// SPDX-License-Identifier: BSL-1.0
// Prints one line `name checksum` for each family of values. The lines must be those of golden.txt on every
// compiler, standard library, optimisation level and processor, for any number of threads and parts:
// tests/golden/run.
//   golden [THREADS [PARTS]]
// A line that differs is a change of everybody's data: a decision, never a repair of golden.txt in passing.
#include <array>
#include <bit>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include <synth/synth.hpp>

#include "tables.hpp"

namespace {

// FNV-1a by 64-bit words (Fowler, Noll, Vo 1991): the checksum must not come from the code under test.
class checksum {
public:
    void add(std::uint64_t word) {
        for (int shift = 0; shift < 64; shift += 8) {
            sum_ = (sum_ ^ ((word >> shift) & 0xFF)) * 0x100000001B3;
        }
    }
    void add(std::string_view bytes) {
        for (const char byte : bytes) {
            sum_ = (sum_ ^ static_cast<unsigned char>(byte)) * 0x100000001B3;
        }
    }
    void add(double value) { add(std::bit_cast<std::uint64_t>(value)); }
    [[nodiscard]] std::uint64_t value() const { return sum_; }

private:
    std::uint64_t sum_ = 0xCBF29CE484222325;
};

struct division {
    std::uint64_t threads = 1;
    std::uint64_t parts = 1;
};

constexpr std::uint64_t rows = 20'000;

// Computes value(row) for all rows, part by part, the parts dealt to the threads, and prints the checksum in
// row order.
template<class Value>
void print(division how, std::string_view name, Value value) {
    std::vector<decltype(value(std::uint64_t{}))> values(rows);
    const auto fill = [&](std::uint64_t thread) {
        for (std::uint64_t part = thread; part < how.parts; part += how.threads) {
            for (std::uint64_t row = rows * part / how.parts; row < rows * (part + 1) / how.parts; ++row) {
                values[row] = value(row);
            }
        }
    };
    std::vector<std::thread> threads;
    for (std::uint64_t thread = 1; thread < how.threads; ++thread) {
        threads.emplace_back(fill, thread);
    }
    fill(0);
    for (std::thread& each : threads) {
        each.join();
    }
    checksum sum;
    for (const auto& each : values) {
        sum.add(each);
    }
    std::printf("%.*s %016llx\n", static_cast<int>(name.size()), name.data(),
                static_cast<unsigned long long>(sum.value()));
}

// The bytes of a table in a format, part by part, each by all threads.
template<class Row>
constexpr bool has_binary_rows = []<std::size_t... Columns>(std::index_sequence<Columns...>) {
    return (synth::has_binary_form<synth::field_type<Row, Columns>> && ...);
}(std::make_index_sequence<synth::field_count<Row>>{});

template<class Row, class Format>
void print_table(division how, const synth::dataset<golden::tables>& data, const Format& format,
                 std::string_view suffix) {
    if constexpr (!std::is_same_v<Format, synth::copy_binary_format> || has_binary_rows<Row>) {
        checksum sum;
        for (std::uint64_t part = 1; part <= how.parts; ++part) {
            synth::write_table<Row>(data, format, {{part, how.parts}, static_cast<unsigned>(how.threads)},
                                    [&](std::string_view block) { sum.add(block); });
        }
        std::printf("table/%s.%s %016llx\n", synth::type_name<Row>.data(), suffix.data(),
                    static_cast<unsigned long long>(sum.value()));
    }
}

template<class... Rows>
void print_tables(division how, const synth::dataset<synth::schema<Rows...>>& data) {
    (print_table<Rows>(how, data, synth::csv_format{}, "csv"), ...);
    (print_table<Rows>(how, data, synth::copy_text_format{}, "copy"), ...);
    (print_table<Rows>(how, data, synth::copy_binary_format{}, "pgcopy"), ...);
}

} // namespace

int main(int count, char** arguments) {
    division how;
    if (count > 1) {
        how.threads = std::strtoull(arguments[1], nullptr, 10);
    }
    if (count > 2) {
        how.parts = std::strtoull(arguments[2], nullptr, 10);
    }
    if (how.threads == 0 || how.parts == 0) {
        std::fputs("golden [THREADS [PARTS]]\n", stderr);
        return 2;
    }

    const synth::stream_key key = synth::make_stream_key(42, {"orders", "total"});
    print(how, "random/word", [&](std::uint64_t row) { return synth::draw{key, row}.word(); });
    print(how, "random/third_word", [&](std::uint64_t row) {
        synth::draw draw{key, row};
        static_cast<void>(draw.word());
        static_cast<void>(draw.word());
        return draw.word();
    });
    print(how, "random/below", [&](std::uint64_t row) { return synth::draw{key, row}.below(row * row + 1); });
    print(how, "random/between", [&](std::uint64_t row) {
        return static_cast<std::uint64_t>(
            synth::draw{key, row}.between(std::int64_t{-1'000'000'007}, std::int64_t{998'244'353}));
    });
    print(how, "random/real", [&](std::uint64_t row) { return synth::draw{key, row}.real(); });
    const std::array<std::uint64_t, 5> lasts{rows - 1, 29'999, 999'999'999'999, (std::uint64_t{1} << 32) - 1,
                                             UINT64_MAX};
    for (std::size_t index = 0; index < lasts.size(); ++index) {
        const synth::permutation shuffle{lasts[index], key};
        const std::array<std::string_view, 5> names{"random/permutation_rows", "random/permutation_30e3",
                                                    "random/permutation_1e12", "random/permutation_2p32",
                                                    "random/permutation_2p64"};
        print(how, names[index], [&](std::uint64_t row) { return shuffle(row); });
    }
    constexpr std::uint64_t parents = 999'999'999'989;
    const auto print_law = [&](std::string_view name, const auto& law) {
        const synth::ownership<std::remove_cvref_t<decltype(law)>> owned{parents, 3 * parents + 1, law, key};
        print(how, name, [&](std::uint64_t row) { return owned.children_of(row * row * 2'499).last; });
    };
    print_law("law/between", synth::children_between(0, 7));
    print_law("law/histogram", synth::children_histogram({{0, 0.2}, {1, 0.5}, {7, 0.3}, {1'000, 0.0001}}));
    print_law("law/geometric", synth::children_geometric());
    print_law("law/zipf", synth::children_zipf(1.1));
    print_tables(how, golden::plan());
}
