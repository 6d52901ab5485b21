// rejects: synth: the scale of a decimal must be -1000 to 1000
#include <synth/schema/decimal.hpp>

#if SYNTH_REJECT
using amount = synth::decimal<12, 1001>;
#else
using amount = synth::decimal<12, 1000>;
#endif

static_assert(amount{} == 0);
