// SPDX-License-Identifier: BSL-1.0
// The contracts of a dataset, checked for any schema from its catalog alone. What is found wrong is returned
// as sentences, so that a test prints them all.
#ifndef SYNTH_TESTS_DATASET_PROPERTIES_HPP
#define SYNTH_TESTS_DATASET_PROPERTIES_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <synth/core/byte_buffer.hpp>
#include <synth/dataset/dataset.hpp>
#include <synth/reflect/fields.hpp>
#include <synth/sink/copy_binary.hpp>
#include <synth/sink/copy_text.hpp>
#include <synth/sink/csv.hpp>
#include <synth/sink/write_rows.hpp>

namespace properties {

using findings = std::vector<std::string>;
using line = std::vector<std::string>;

inline const std::string null_text = "\\N";

/// A field as COPY writes it.
template<typename Field>
std::string text_of_field(const Field& field) {
    using value = synth::value_type_of<Field>;
    const auto write = [](const synth::view_of<value>& view) {
        constexpr synth::copy_text_format format{};
        synth::byte_buffer buffer;
        char* const out = buffer.reserve(format.cell_bound<value>(view));
        buffer.finish(format.put<value>(out, view));
        return std::string{buffer.view()};
    };
    if constexpr (synth::nullable<Field>) {
        return field ? write(synth::as_view(*field)) : null_text;
    } else {
        return write(synth::as_view(field));
    }
}

template<typename Row>
line text_of_row(const Row& row) {
    return [&]<std::size_t... Columns>(std::index_sequence<Columns...>) {
        return line{text_of_field(synth::field<Columns>(row))...};
    }(std::make_index_sequence<synth::field_count<Row>>{});
}

inline std::string joined(const line& cells) {
    std::string text;
    for (std::size_t index = 0; index < cells.size(); ++index) {
        text += (index == 0 ? "" : "\t") + cells[index];
    }
    return text + "\n";
}

template<typename Row, typename Schema, typename Format>
std::string written(const synth::dataset<Schema>& data, const Format& format, std::uint64_t parts,
                    unsigned threads) {
    std::string all;
    for (std::uint64_t part = 1; part <= parts; ++part) {
        synth::write_table<Row>(data, format, {{part, parts}, threads},
                                [&](std::string_view bytes) { all += bytes; });
    }
    return all;
}

/// The cells of some columns of a row behind each other; empty where one of them is NULL.
inline std::string tuple_of(const line& cells, const synth::column_set& columns) {
    std::string text;
    for (const synth::schema_index column : columns) {
        if (cells[column] == null_text) {
            return {};
        }
        text += cells[column] + "\t";
    }
    return text;
}

template<typename Schema>
class checker {
public:
    explicit checker(const synth::plan_options<Schema>& options) : options_(options), data_(options) {}

    /// Every property that can be read off the catalog.
    findings run() {
        each_table([&]<std::size_t Table>() { read<Table>(); });
        each_table([&]<std::size_t Table>() {
            check_bytes<Table>();
            check_owner<Table>();
            check_lengths<Table>();
            check_checks<Table>();
        });
        check_keys();
        check_rows_of_keys(std::make_index_sequence<synth::catalog_of<Schema>.keys.size()>{});
        check_references();
        check_seeds();
        return std::move(found_);
    }

    /// All tables as text, for comparisons between datasets.
    static std::vector<std::string> dump(const synth::dataset<Schema>& data) {
        std::vector<std::string> tables;
        each_table([&]<std::size_t Table>() {
            tables.push_back(written<row_at<Table>>(data, synth::copy_text_format{}, 1, 1));
        });
        return tables;
    }

private:
    template<std::size_t Table>
    using row_at = typename Schema::template row_at<Table>;

    static constexpr synth::catalog_view catalog = synth::catalog_of<Schema>.view();

    template<typename Function>
    static void each_table(Function&& function) {
        [&]<std::size_t... Tables>(std::index_sequence<Tables...>) {
            (function.template operator()<Tables>(), ...);
        }(std::make_index_sequence<Schema::table_count>{});
    }

    // What the checks of the table say holds in every row, not only in those that a plan is tried with.
    template<std::size_t Table>
    void check_checks() {
        using row = row_at<Table>;
        if constexpr (synth::checks_of<row>.checks.size() > 0) {
            const synth::check_patterns<> patterns{synth::checks_of<row>.nodes};
            synth::row_frame<Schema, Table> frame;
            for (std::uint64_t number = 0; number < data_.template state<Table>().rows(); ++number) {
                data_.template seek<Table>(frame, number);
                const auto broken = synth::broken_check<Table>(data_, frame, patterns);
                expect(!broken, Table, "row " + std::to_string(number) + " breaks a check");
            }
        }
    }

    void expect(bool good, std::size_t table, const std::string& what) {
        if (!good) {
            found_.push_back(std::string{catalog.tables[table].name} + ": " + what);
        }
    }

    template<std::size_t Table>
    void read() {
        using row = row_at<Table>;
        std::vector<line> lines;
        for (const row& each : data_.template collect<row>()) {
            lines.push_back(text_of_row(each));
        }
        expect(lines.size() == data_.template size<row>(), Table, "collect returns another number of rows");
        const auto range = data_.template rows<row>();
        for (std::size_t number = lines.size();
             number-- > 0;) { // backwards: nothing depends on the row before
            expect(text_of_row(data_.template row<row>(number)) == lines[number], Table, "row(i) differs");
            if (number % 7 == 0) {
                expect(text_of_row(range[number]) == lines[number], Table, "rows()[i] differs");
                expect(text_of_row(data_.template collect<row>(number, 1).at(0)) == lines[number], Table,
                       "collect(i, 1) differs");
            }
        }
        std::size_t number = 0;
        for (const row& each : range) {
            expect(text_of_row(each) == lines[number++], Table, "the range differs");
        }
        lines_.push_back(std::move(lines));
    }

    template<std::size_t Table>
    void check_bytes() {
        using row = row_at<Table>;
        std::string expected;
        for (const line& each : lines_[Table]) {
            expected += joined(each);
        }
        expect(written<row>(data_, synth::copy_text_format{}, 1, 1) == expected, Table,
               "what is written differs from the rows");
        const auto compare = [&](const auto& format) {
            const std::string whole = written<row>(data_, format, 1, 1);
            for (const std::uint64_t parts : {std::uint64_t{2}, std::uint64_t{3}, 1 + options_.seed % 40}) {
                expect(written<row>(data_, format, parts, parts == 3 ? 3 : 1) == whole, Table,
                       std::to_string(parts) + " parts differ from the whole");
            }
        };
        // One format a table: each is a program of its own, and the compiler has many tables to read.
        if constexpr (Table % 3 == 0) {
            compare(synth::copy_binary_format{});
        } else if constexpr (Table % 3 == 1) {
            compare(synth::csv_format{});
        } else {
            compare(synth::copy_text_format{});
        }
    }

    template<std::size_t Table>
    void check_owner() {
        const auto& state = data_.template state<Table>();
        if constexpr (std::remove_cvref_t<decltype(state)>::has_owner) {
            for (std::uint64_t row = 0; row < state.rows();) {
                const synth::owned_range range = state.owner_of(row);
                expect(range.first == row && range.last > row, Table, "the ranges of owners have gaps");
                for (std::uint64_t each = range.first; each < range.last; ++each) {
                    expect(state.owner_of(each).parent == range.parent, Table, "an owner changes its mind");
                }
                const synth::owned_range children =
                    state.children_of({range.parent, range.parent, range.parent + 1});
                expect(children.first == range.first && children.last == range.last, Table,
                       "children_of is not the range of the owner");
                row = std::max(range.last, row + 1);
            }
        }
    }

    template<std::size_t Table>
    void check_lengths() {
        for (std::size_t column = 0; column < catalog.tables[Table].column_count; ++column) {
            const std::size_t most = catalog.columns_of(Table)[column].max_length;
            for (const line& each : lines_[Table]) {
                expect(most == 0 || each[column].size() <= most || each[column] == null_text, Table,
                       "a text is too long: " + each[column]);
            }
        }
    }

    void check_keys() {
        for (const synth::catalog_key& key : catalog.keys) {
            std::set<std::string> seen;
            for (const line& each : lines_[key.table]) {
                const std::string tuple = tuple_of(each, key.columns);
                expect(!tuple.empty() || !key.primary, key.table, "a primary key is NULL");
                expect(tuple.empty() || seen.insert(tuple).second, key.table, "a key comes twice: " + tuple);
            }
        }
    }

    template<std::size_t... Keys>
    void check_rows_of_keys(std::index_sequence<Keys...>) {
        (check_key<Keys>(), ...);
    }

    // A table that is filled outside has only the keys to which others refer.
    template<std::size_t Key>
    void check_key() {
        constexpr synth::catalog_key key = synth::catalog_of<Schema>.keys[Key];
        if constexpr (!synth::catalog_of<Schema>.tables[key.table].filled_outside ||
                      synth::is_existing_key(synth::catalog_of<Schema>.view(), Key)) {
            check_rows_of_key<Key>(std::make_index_sequence<key.columns.size()>{});
        }
    }

    // Each row is found by each of its keys, and no row by values of two rows that none has together.
    template<std::size_t Key, std::size_t... Places>
    void check_rows_of_key(std::index_sequence<Places...>) {
        constexpr synth::catalog_key key = synth::catalog_of<Schema>.keys[Key];
        using row = row_at<key.table>;
        using values = synth::key_values<Schema, key.table, key.columns[Places]...>;
        const synth::key_inverse inverse{data_};
        std::map<std::string, std::size_t> known;
        for (std::size_t number = 0; number < lines_[key.table].size(); ++number) {
            known.emplace(tuple_of(lines_[key.table][number], key.columns), number);
        }
        const auto value_of = []<typename Field>(const Field& field) {
            if constexpr (synth::nullable<Field>) {
                return synth::as_view(*field);
            } else {
                return synth::as_view(field);
            }
        };
        for (std::size_t number = 0; number < lines_[key.table].size(); ++number) {
            for (const std::size_t step : {0U, 1U, 5U}) {
                // The first column of one row, the others of another one.
                const std::size_t other = (number + step) % lines_[key.table].size();
                line mixed = lines_[key.table][other];
                mixed[key.columns[0]] = lines_[key.table][number][key.columns[0]];
                const std::string tuple = tuple_of(mixed, key.columns);
                if (tuple.empty()) {
                    continue;
                }
                const row first = data_.template row<row>(number);
                const row rest = data_.template row<row>(other);
                const auto found = inverse.template row<key.table, key.columns[Places]...>(
                    values{{value_of(synth::field<key.columns[Places]>(Places == 0 ? first : rest))}...});
                const auto expected = known.find(tuple);
                expect(expected == known.end() ? !found : found == expected->second, key.table,
                       "row " + std::to_string(number) + " is not found by its key: " + tuple);
            }
        }
    }

    void check_references() {
        for (const synth::catalog_reference& reference : catalog.references) {
            std::set<std::string> parents;
            for (const line& each : lines_[reference.parent]) {
                parents.insert(tuple_of(each, reference.parent_columns));
            }
            for (const line& each : lines_[reference.child]) {
                const std::string tuple = tuple_of(each, reference.child_columns);
                expect(tuple.empty() || parents.contains(tuple), reference.child,
                       "no parent in " + std::string{catalog.tables[reference.parent].name} + ": " + tuple);
            }
        }
    }

    void check_seeds() {
        const auto whole = dump(data_);
        expect(dump(synth::dataset<Schema>{options_}) == whole, 0, "the same plan gives other values");
        synth::plan_options<Schema> other = options_;
        other.seed += 1;
        expect(dump(synth::dataset<Schema>{other}) != whole, 0, "another seed gives the same values");
    }

    synth::plan_options<Schema> options_;
    synth::dataset<Schema> data_;
    std::vector<std::vector<line>> lines_;
    findings found_;
};

/// value, parent and row_of of each member; listed by the test, because a member has no pointer otherwise.
template<auto... Members, typename Schema>
findings check_members(const synth::dataset<Schema>& data) {
    findings found;
    const auto check = [&]<auto Member>(std::integral_constant<decltype(Member), Member>) {
        using row = synth::row_of_member<Member>;
        constexpr std::size_t table = Schema::template index_or_none<row>();
        constexpr std::size_t column = synth::member_index<Member>;
        constexpr synth::derived_column derived =
            synth::derivation_of<Schema>.columns[synth::catalog_of<Schema>.tables[table].first_column +
                                                 column];
        const auto expect = [&](bool good, const char* what) {
            if (!good) {
                found.push_back(std::string{synth::facts_of<row>.name} + "." +
                                std::string{synth::facts_of<row>.columns[column].name} + ": " + what);
            }
        };
        for (std::uint64_t number = 0; number < data.template size<row>(); ++number) {
            const auto field = data.template row<row>(number).*Member;
            const std::string text = text_of_field(field);
            expect(text_of_field(data.template value<Member>(number)) == text, "value differs from the row");
            if constexpr (derived.source == synth::column_source::key) {
                if constexpr (synth::nullable<std::remove_const_t<decltype(field)>>) {
                    expect(!field || data.template row_of<Member>(synth::as_view(*field)) == number,
                           "row_of finds another row");
                } else {
                    expect(data.template row_of<Member>(synth::as_view(field)) == number,
                           "row_of finds another row");
                }
            } else if constexpr (derived.source == synth::column_source::reference) {
                constexpr synth::catalog_reference reference =
                    synth::catalog_of<Schema>.references[derived.reference];
                using parent_row = typename Schema::template row_at<reference.parent>;
                const auto parent = data.template parent<Member>(number);
                if (parent && text != null_text) {
                    expect(text_of_row(data.template row<parent_row>(*parent))[derived.parent_column] == text,
                           "parent leads to another row");
                }
                expect(parent || synth::nullable<std::remove_const_t<decltype(field)>> == false ||
                           text == null_text,
                       "a row without a parent has a value");
            }
        }
    };
    (check(std::integral_constant<decltype(Members), Members>{}), ...);
    return found;
}

} // namespace properties

#endif
