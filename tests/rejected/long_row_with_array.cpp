// rejects: synth: a row must not have a C array; write std::string, std::vector or synth::bytes
// SPDX-License-Identifier: BSL-1.0
#include <string>

#include <synth/dataset/dataset.hpp>

struct customer {
    int m0{}, m1{}, m2{}, m3{}, m4{}, m5{}, m6{}, m7{}, m8{}, m9{}, m10{}, m11{}, m12{}, m13{}, m14{}, m15{},
        m16{}, m17{}, m18{}, m19{}, m20{}, m21{}, m22{}, m23{}, m24{}, m25{}, m26{}, m27{}, m28{}, m29{},
        m30{}, m31{}, m32{}, m33{}, m34{}, m35{}, m36{}, m37{}, m38{}, m39{}, m40{}, m41{}, m42{}, m43{};
#if SYNTH_REJECT
    char code[8]{};
#else
    std::string code;
#endif
    int last{};
};

int main() { return synth::dataset<synth::schema<customer>>{}.row<customer>(7).last == 1 ? 0 : 1; }
