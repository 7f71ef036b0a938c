using System.CommandLine;
using OnnxConvert.Cli.Doctor;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Cli.Commands;

/// <summary><c>onnxconvert doctor MODEL</c>: where a model runs, what stands in the way elsewhere, and what to do about it.</summary>
internal static class DoctorCommand
{
    public static Command Create(Terminal terminal, IModelService models)
    {
        var file = new Argument<string>("MODEL") { Description = "An .onnx, .ort or .tflite file; the latter counts as what convert makes of it." };
        var config = new Option<string?>("--config") { Description = "Also for a build with the operators of this configuration.", HelpName = "FILE.config" };
        var json = new Option<bool>("--json") { Description = "For programs." };
        var command = new Command("doctor", "Tell where a model runs, and what stands in the way of ONNX Runtime's builds, NNAPI and CoreML.") { file, config, json };
        command.SetAction(parse => Diagnostics.Guard(terminal, () =>
            Run(terminal, models, parse.GetRequiredValue(file), parse.GetValue(config), parse.GetValue(json))));
        return command;
    }

    private static int Run(Terminal terminal, IModelService models, string path, string? config, bool json)
    {
        foreach (string needed in config is null ? (string[])[path] : [path, config])
        {
            if (!File.Exists(needed))
                throw new UsageException($"There is no file '{needed}'.");
        }

        Diagnostics.NoteFormat(terminal, path);
        RequiredOperators? configuration = config is null ? null : RequiredOperatorsCommand.LoadConfiguration(terminal, config);
        Diagnosis diagnosis = configuration is null ? models.Examine(path, null) : Diagnostics.InFile(path, () => models.Examine(path, configuration));
        if (json)
            JsonText.Write(terminal, writer => DiagnosisJson.Write(writer, diagnosis));
        else
            DiagnosisText.Write(terminal.Out.Profile.Out.Writer, path, config, diagnosis);
        return diagnosis.Configured is { Runs: false } || !diagnosis.Stock.Runs ? ExitCodes.SomeFailed : ExitCodes.Done;
    }
}
