// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_CORE_SHARED_VALUE_HPP
#define SYNTH_CORE_SHARED_VALUE_HPP

#include <cstddef>
#include <utility>

namespace synth {

/// A value that does not change and that copies share; it goes with the last of them. Threads may copy at the
/// same time. As std::shared_ptr<const Value> that is never null, without <memory>, which takes a sixth of
/// the time that synth.hpp does.
template<typename Value>
class shared_value {
public:
    explicit shared_value(Value value) : box_(new box{std::move(value), 1}) {}

    shared_value(const shared_value& other) : box_(other.box_) {
        __atomic_fetch_add(&box_->owners, std::size_t{1}, __ATOMIC_RELAXED);
    }
    shared_value& operator=(shared_value other) {
        std::swap(box_, other.box_);
        return *this;
    }
    ~shared_value() {
        if (__atomic_sub_fetch(&box_->owners, std::size_t{1}, __ATOMIC_ACQ_REL) == 0) {
            delete box_;
        }
    }

    [[nodiscard]] const Value& operator*() const { return box_->value; }
    [[nodiscard]] const Value* operator->() const { return &box_->value; }

private:
    struct box {
        Value value;
        std::size_t owners;
    };

    box* box_;
};

} // namespace synth

#endif
