// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_ATTEMPT_REDRAW_HPP
#define SYNTH_DATASET_ATTEMPT_REDRAW_HPP

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include <synth/dataset/check_plan.hpp>
#include <synth/dataset/copied_parent.hpp>
#include <synth/dataset/joint_redraw.hpp>
#include <synth/dataset/pair_side.hpp>
#include <synth/dataset/row_frame.hpp>
#include <synth/random/draw.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

/// Draws again, for another attempt of a group of checks at a row, what stands before its columns: keys of
/// several columns and references, and references that others follow. Only what no other check reads.
template<typename Dataset, std::size_t Table, std::size_t Group>
class attempt_redraw {
public:
    using schema = typename Dataset::schema_type;
    using plan = check_plan<schema, Table>;
    using frame_type = row_frame<schema, Table>;

    attempt_redraw(const Dataset& data, frame_type& frame, std::uint32_t attempt)
        : data_(data), frame_(frame), attempt_(attempt) {}

    void run() const {
        run_joints(std::make_index_sequence<derivation_of<schema>.tables[Table].joint_count>{});
        run_leaders(std::make_index_sequence<frame_type::references>{});
    }

    /// Draws a reference again that nothing follows. Every other attempt takes the parent of one of the
    /// references to which a check wants this one to be equal: among many parents another draw would hardly
    /// find it.
    template<std::size_t Reference>
    void run_reference() const {
        if constexpr (may_redraw<schema, Reference>()) {
            constexpr std::size_t place = Reference - first_reference;
            constexpr auto sources = copied_parents_of<schema, Table, place>;
            data_.maps().template redraw<Table, Reference>(frame_, attempt_);
            if constexpr (sources.size > 0) {
                if (attempt_ % 2 == 1) {
                    draw words = data_.template state<Table>().template reference<Reference>().words(
                        frame_.row, attempt_);
                    frame_.parents[place] = frame_.parents[sources.places[words.below(sources.size)]];
                }
            }
        }
    }

private:
    static constexpr std::size_t first_reference = catalog_of<schema>.tables[Table].first_reference;

    template<std::size_t... Joints>
    void run_joints(std::index_sequence<Joints...>) const {
        (run_joint<Joints>(), ...);
    }
    template<std::size_t Joint>
    void run_joint() const {
        if constexpr (may_redraw_joint<schema, Table, Joint, Group>()) {
            data_.maps().template redraw_joint<Table, Joint>(frame_, attempt_);
        }
    }

    // Before any of them is read.
    template<std::size_t... Positions>
    void run_leaders(std::index_sequence<Positions...>) const {
        (run_leader<first_reference + Positions>(), ...);
    }
    template<std::size_t Reference>
    void run_leader() const {
        if constexpr (may_redraw_all<schema, Reference>() && is_within(Reference)) {
            data_.maps().template redraw<Table, Reference>(frame_, attempt_);
            const auto follow = [&]<std::size_t Other>(std::integral_constant<std::size_t, Other>) {
                if constexpr (derivation_of<schema>.references[Other].via == Reference) {
                    data_.maps().template redraw<Table, Other>(frame_, attempt_);
                }
            };
            [&]<std::size_t... Others>(std::index_sequence<Others...>) {
                (follow(std::integral_constant<std::size_t, first_reference + Others>{}), ...);
            }(std::make_index_sequence<frame_type::references>{});
        }
    }

    // Whether all checks that read columns of a reference, or of those that follow it, are the group's.
    [[nodiscard]] static consteval bool is_within(std::size_t reference) {
        bool within = true;
        bool some = false;
        for (std::size_t other = 0; other < catalog_of<schema>.references.size(); ++other) {
            if (other != reference && derivation_of<schema>.references[other].via != reference) {
                continue;
            }
            const column_set& columns = catalog_of<schema>.references[other].child_columns;
            within = within && plan::reads_alone(Group, columns);
            some = some || plan::reads_any(columns);
        }
        return within && some;
    }

    const Dataset& data_;
    frame_type& frame_;
    std::uint32_t attempt_;
};

} // namespace synth

#endif
