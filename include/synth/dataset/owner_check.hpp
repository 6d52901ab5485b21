// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_OWNER_CHECK_HPP
#define SYNTH_DATASET_OWNER_CHECK_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <type_traits>
#include <utility>

#include <synth/core/integer.hpp>
#include <synth/core/plan_error.hpp>
#include <synth/dataset/degree_law.hpp>
#include <synth/dataset/joint_key.hpp>
#include <synth/dataset/options.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

/// What one table must allow, refused with a plan_error: its owner has rows for it, its numbers fit their
/// column, and its joint keys have combinations enough.
template<typename Schema, std::size_t Table, typename State>
class owner_check {
    static constexpr catalog_table entry = catalog_of<Schema>.tables[Table];
    static constexpr derived_table derived = derivation_of<Schema>.tables[Table];

public:
    owner_check(const plan_options<Schema>& options, const State& state) : options_(options), state_(state) {}

    void run() const {
        if constexpr (entry.filled_outside) {
            check_existing();
        } else if constexpr (derived.owner != no_index) {
            check_owner();
            check_degrees();
            check_ordinal();
        }
        [&]<std::size_t... Joints>(std::index_sequence<Joints...>) {
            (check_joint<Joints>(), ...);
        }(std::make_index_sequence<derived.joint_count>{});
    }

private:
    [[nodiscard]] std::uint64_t rows() const { return state_.rows(); }
    [[nodiscard]] std::uint64_t parents() const { return state_.owner().parents(); }
    [[nodiscard]] static std::string name_of(std::size_t table) {
        return catalog_of<Schema>.tables[table].shown();
    }
    [[nodiscard]] static std::string owner_name() { return name_of(derived.owner); }

    void check_existing() const {
        if (rows() != get_indexed<Table>(options_.existing).size()) {
            throw plan_error{name_of(Table) + ": " + std::to_string(rows()) +
                             " rows are planned, but it is filled outside and has " +
                             std::to_string(get_indexed<Table>(options_.existing).size()) +
                             "; leave its count out"};
        }
    }

    void check_owner() const {
        if (rows() > 0 && parents() == 0) {
            constexpr bool outside = catalog_of<Schema>.tables[derived.owner].filled_outside;
            throw plan_error{name_of(Table) + ": " + std::to_string(rows()) + " rows need an owner, but " +
                             owner_name() + " has no rows; " +
                             (outside ? "it is filled outside: fill it first" : "plan at least one")};
        }
        if (derived.one_each && rows() > parents()) {
            throw plan_error{name_of(Table) + ": the key allows one row for each of the " +
                             std::to_string(parents()) + " rows of " + owner_name() + ", not " +
                             std::to_string(rows()) + "; plan fewer rows, or more of " + owner_name()};
        }
    }

    void check_degrees() const {
        if constexpr (!std::is_same_v<typename State::owner_law, even>) {
            const auto& law = state_.owner().law();
            const uint128 fewest = static_cast<uint128>(parents()) * law.least(parents(), rows());
            const uint128 most = static_cast<uint128>(parents()) * law.most(parents(), rows());
            if (law.least(parents(), rows()) > law.most(parents(), rows()) || rows() < fewest ||
                rows() > most) {
                throw plan_error{name_of(Table) + ": " + std::to_string(rows()) + " rows cannot be " +
                                 law.describe() + " among " + std::to_string(parents()) + " rows of " +
                                 owner_name() + "; plan " + rows_words(fewest, most)};
            }
        }
    }

    [[nodiscard]] static std::string rows_words(uint128 fewest, uint128 most) {
        const std::string least = std::to_string(static_cast<std::uint64_t>(fewest));
        if (endless_law<typename State::owner_law>) {
            return "at least " + least + " rows";
        }
        return least + (fewest == most ? "" : " to " + std::to_string(static_cast<std::uint64_t>(most))) +
               " rows";
    }

    void check_ordinal() const {
        if constexpr (derived.ordinal != no_index) {
            using number = value_type_of<field_type<typename State::row_type, derived.ordinal>>;
            const std::uint64_t most = state_.owner().law().most(parents(), rows());
            auto room = static_cast<std::uint64_t>(std::numeric_limits<number>::max());
            const auto& column = state_.template column<derived.ordinal>();
            if constexpr (std::remove_cvref_t<decltype(column)>::has_generator) {
                room = column.generator().size(); // what its checks leave
            }
            if (most > room) {
                throw plan_error{
                    name_of(Table) + "." +
                    std::string{catalog_of<Schema>.columns[entry.first_column + derived.ordinal].name} +
                    ": numbers up to " + std::to_string(most) + " for one row of " + owner_name() +
                    " do not fit the column; plan fewer rows, or more of " + owner_name()};
            }
        }
    }

    // Choices among the parents that agree with the owner are counted with all tables at hand: plan_check.
    template<std::size_t Joint>
    void check_joint() const {
        if constexpr (!joint_has_choices<Schema, Table, Joint>()) {
            constexpr derived_joint joint = derived.joints[Joint];
            const std::uint64_t choices = total(state_.template joint_sizes<Joint>());
            const std::uint64_t most = most_of(joint.of_owner);
            if (rows() > 0 && most > choices) {
                refuse(joint, joint_words<Joint>(), most, choices);
            }
        }
    }

    [[nodiscard]] std::uint64_t most_of(bool of_owner) const {
        if constexpr (derived.owner != no_index) {
            return of_owner ? state_.owner().law().most(parents(), rows()) : rows();
        } else {
            static_cast<void>(of_owner);
            return rows();
        }
    }

    // No combination where a part is empty.
    template<std::size_t Parts>
    [[nodiscard]] static std::uint64_t total(const std::array<std::uint64_t, Parts>& sizes) {
        return std::ranges::find(sizes, std::uint64_t{0}) != sizes.end() ? 0 : combinations(sizes);
    }

    // "rows of item and tag", "values of (kind, language)".
    template<std::size_t Joint>
    [[nodiscard]] static std::string joint_words() {
        std::string tables;
        std::string columns;
        for (const joint_part& each : joint_parts<Schema, Table, Joint>()) {
            if (each.of == joint_part::kind::column) {
                columns.append(columns.empty() ? "" : ", ")
                    .append(catalog_of<Schema>.columns[entry.first_column + each.index].name);
            } else {
                tables.append(tables.empty() ? "" : " and ")
                    .append(name_of(catalog_of<Schema>.references[each.index].parent));
            }
        }
        return (columns.empty() ? "" : "values of (" + columns + ")") +
               (columns.empty() || tables.empty() ? "" : " with ") +
               (tables.empty() ? "" : "rows of " + tables);
    }

    [[noreturn]] void refuse(const derived_joint& joint, const std::string& words, std::uint64_t most,
                             std::uint64_t choices) const {
        std::string message = name_of(Table);
        if (joint.of_columns) {
            message += '(';
            for (const schema_index column : catalog_of<Schema>.keys[joint.key].columns) {
                message.append(message.back() == '(' ? "" : ", ")
                    .append(catalog_of<Schema>.columns[entry.first_column + column].name);
            }
            message += ')';
        }
        message +=
            ": " + std::to_string(rows()) + " rows need up to " + std::to_string(most) + " distinct " + words;
        if (joint.of_owner) {
            message += " for each of the " + std::to_string(parents()) + " rows of " + owner_name();
        }
        message += ", but there are only " + std::to_string(choices);
        const std::uint64_t owners = joint.of_owner ? parents() : 1;
        if (std::is_same_v<typename State::owner_law, even> || !joint.of_owner) {
            message += "; plan at most " + std::to_string(multiply_capacity(choices, owners)) + " rows" +
                       (joint.of_columns ? ", or widen a column" : "");
        } else {
            message += "; lower the degree law, or plan more " + words;
        }
        throw plan_error{message};
    }

    const plan_options<Schema>& options_;
    const State& state_;
};

} // namespace synth

#endif
