// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_REFERENCE_PLAN_HPP
#define SYNTH_DATASET_REFERENCE_PLAN_HPP

#include <cstdint>
#include <string>

#include <synth/core/plan_error.hpp>
#include <synth/random/stream_key.hpp>

namespace synth {

/// What a reference is planned with: who refers to whom, how many there are, and the stream of its draws.
struct reference_plan {
    std::string name; // "orders(customer_id) -> customer", for messages
    std::uint64_t children{};
    std::uint64_t parents{};
    stream_key key{};
    bool filled_outside{};  // the parents are there already, or none are
    stream_key order{};     // injective: of the order of its parents, which others may share,
    std::uint64_t places{}; // and how many places on from theirs its own begins

    /// Whether nobody can have a parent, however many rows want one.
    [[nodiscard]] bool has_nobody() const { return filled_outside && parents == 0; }
};

/// Throws plan_error where rows need a parent and there is none. `enough` rows of the parent would have one
/// among them.
inline void require_parents(const reference_plan& plan, std::uint64_t enough) {
    if (plan.parents > 0 || plan.children == 0) {
        return;
    }
    std::string what = " rows need a parent, but the parent has no row";
    if (plan.filled_outside) {
        what += std::string{enough == 1 ? "s" : " that the checks allow,"} +
                " and is filled outside; fill it first, or let the reference be NULL";
    } else {
        what += enough == 1
                    ? "s; plan at least one"
                    : " of the kind that their checks ask for; plan at least " + std::to_string(enough);
    }
    throw plan_error{plan.name + ": " + std::to_string(plan.children) + what};
}

/// Throws plan_error where more rows need distinct parents than there are.
inline void require_distinct_parents(const reference_plan& plan) {
    if (plan.children > plan.parents) {
        throw plan_error{plan.name + ": " + std::to_string(plan.children) +
                         " rows need as many distinct parents, but there are " +
                         std::to_string(plan.parents) + "; plan at most " + std::to_string(plan.parents) +
                         " rows" + (plan.filled_outside ? "" : ", or more parents")};
    }
}

} // namespace synth

#endif
