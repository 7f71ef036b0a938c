#!/bin/sh
# Rewrites the lists of known failures from a run; see README.md. The folder of the large recorded data is the argument.
set -u
shared=${1:-../shared}
cd "$(dirname "$0")/../../.." || exit 1
dotnet build -c Release test/OnnxConvert.Conformance -v q --nologo || exit 1
program="dotnet artifacts/bin/OnnxConvert.Conformance/release/OnnxConvert.Conformance.dll"
lists=test/OnnxConvert.Conformance/known-failures

refresh() {
    list=$1
    shift
    touch "$lists/$list"
    echo "$list: $($program "$@" --known "$lists/$list" --write-known "$lists/$list" | tail -n 1)"
}

for opset in 9 11 13 18 21 26; do
    refresh "fixtures-opset$opset.txt" models test/data/fixtures test/data/fixtures/golden --opset "$opset"
done
if [ -d "$shared" ]; then
    for opset in 13 18; do
        refresh "models-opset$opset.txt" models "$shared/corpus/models" "$shared/corpus/golden" --opset "$opset"
    done
    for opset in 9 11 13 18; do
        refresh "operators-opset$opset.txt" cases "$shared/cases/operators.zip" --opset "$opset"
    done
    refresh rare-opset18.txt cases "$shared/cases/rare.zip" --opset 18
    refresh tf2onnx-suite-opset18.txt cases "$shared/cases/tf2onnx-suite.zip" --opset 18
    for source in stock own; do
        refresh "required-operators-$source.txt" required-operators "$shared" --golden "$shared/ort-golden/configs.jsonl" --source "$source"
        refresh "required-operators-doctor-$source.txt" doctor "$shared" --golden "$shared/ort-golden/usability.jsonl" --source "$source"
    done
    refresh foreign.txt foreign "$shared/reports/onnx-models.zip"
    refresh backend.txt backend "$shared/onnx-backend-tests"
    refresh required-operators-loads.txt loads "$shared/onnx-backend-tests"
    refresh required-operators-loads-foreign.txt loads "$shared/reports/onnx-models.zip"
fi
