using System.CommandLine;
using System.Globalization;
using OnnxConvert.Cli.Convert;
using OnnxConvert.Cli.Requirements;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Cli.Commands;

/// <summary><c>onnxconvert required-operators MODELS</c>: which kernels a build of a runtime needs for models, and why.</summary>
internal static class RequiredOperatorsCommand
{
    public static Command Create(Terminal terminal, IModelService models)
    {
        var files = new Argument<string[]>("MODELS") { Description = "Files .onnx, .ort and .tflite, and folders: all such files below them. What is no .ort file counts as what convert makes of it.", Arity = ArgumentArity.ZeroOrMore };
        var output = new Option<string?>("--output", "-o") { Description = "The configuration file, or a folder for it. Without: to standard output.", HelpName = "FILE.config" };
        var types = new Option<bool>("--types") { Description = "With the types that each operator is needed for." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replace a file that exists." };
        var config = new Option<string?>("--config") { Description = "A configuration: what it has is added, or with --check is all there is.", HelpName = "FILE.config" };
        var check = new Option<bool>("--check") { Description = "Tell what a build with the configuration of --config lacks for the models." };
        var explain = new Option<string?>("--explain") { Description = "Tell which nodes need an operator, and for which types.", HelpName = "OPERATOR" };
        var json = new Option<bool>("--json") { Description = "With --check or --explain: for programs." };
        var command = new Command("required-operators", "Write down which operators a build of ONNX Runtime needs for models.")
        {
            files, output, types, overwrite, config, check, explain, json,
        };
        command.SetAction(parse => Diagnostics.Guard(terminal, () =>
        {
            string[] paths = parse.GetValue(files) ?? [];
            RequiredOperators? configuration = parse.GetValue(config) is { } path ? LoadConfiguration(terminal, path) : null;
            if (paths.Length == 0 && (configuration is null || parse.GetValue(check) || parse.GetValue(explain) is not null))
                throw new UsageException("No models are named; only a configuration of --config can be written anew without any.");
            if (parse.GetValue(check) && parse.GetValue(explain) is not null)
                throw new UsageException("--check and --explain exclude each other.");
            if (parse.GetValue(check))
                return Check(terminal, Usage(terminal, models, paths), configuration ?? throw new UsageException("--check holds models against a configuration; --config names it."), parse.GetValue(json));
            if (parse.GetValue(explain) is { } opType)
                return Explain(terminal, Usage(terminal, models, paths), opType, parse.GetValue(json));
            if (parse.GetValue(json))
                throw new UsageException("--json goes with --check or --explain; a configuration has a form of its own.");
            return Write(terminal, models, paths, configuration, parse.GetValue(output), parse.GetValue(types), parse.GetValue(overwrite));
        }));
        return command;
    }

    private static int Write(
        Terminal terminal, IModelService models, string[] paths, RequiredOperators? more, string? output, bool types, bool overwrite)
    {
        string? file = output is null ? null : Directory.Exists(output) ? Path.Combine(output, DefaultName(types)) : output;
        if (file is not null)
            OutputFile.EnsureFree(file, overwrite);
        OperatorUsage usage = Usage(terminal, models, paths);
        RequiredOperators required = usage.Required(types)
            .WithComments(usage.Models.Count == 0 ? [] : ["Generated from model/s:", .. usage.Models.Order(StringComparer.Ordinal).Select(model => $"- {model}")]);
        if (more is not null)
            required = required.Union(more);
        if (file is null)
        {
            terminal.Out.Profile.Out.Writer.Write(required.ToString());
            return ExitCodes.Done;
        }

        OutputFile.Write(file, stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true);
            writer.Write(required.ToString());
        });
        terminal.Out.Profile.Out.Writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{file}: {required.Operators.Count} operators of {usage.Models.Count} model{(usage.Models.Count == 1 ? "" : "s")}"));
        return ExitCodes.Done;
    }

    private static int Check(Terminal terminal, OperatorUsage usage, RequiredOperators configuration, bool json)
    {
        IReadOnlyList<UnmetRequirement> unmet = configuration.Check(usage);
        if (json)
            JsonText.Write(terminal, writer => RequirementsJson.Write(writer, unmet));
        else
            RequirementsText.Write(terminal.Out.Profile.Out.Writer, usage, unmet);
        return unmet.Count == 0 ? ExitCodes.Done : ExitCodes.SomeFailed;
    }

    private static int Explain(Terminal terminal, OperatorUsage usage, string opType, bool json)
    {
        IReadOnlyList<OperatorUse> uses = usage.Explain(opType);
        if (json)
            JsonText.Write(terminal, writer => RequirementsJson.Write(writer, uses));
        else
            RequirementsText.Write(terminal.Out.Profile.Out.Writer, opType, uses);
        return ExitCodes.Done;
    }

    private static OperatorUsage Usage(Terminal terminal, IModelService models, string[] paths)
    {
        var usage = new OperatorUsage();
        IReadOnlyList<string> files = ModelFiles.Find(paths);
        foreach (string path in files)
        {
            Diagnostics.NoteFormat(terminal, path);
            using var model = files.Count == 1 ? models.Load(path) : Diagnostics.InFile(path, () => models.Load(path));
            usage.Add(path, model);
        }

        return usage;
    }

    /// <summary>Reads a configuration, and warns of what ONNX Runtime's build makes of it.</summary>
    internal static RequiredOperators LoadConfiguration(Terminal terminal, string path)
    {
        if (!File.Exists(path))
            throw new UsageException($"There is no configuration '{path}'.");
        var configuration = RequiredOperators.Load(path);
        if (configuration.NamedTwice.Count > 0)
            Diagnostics.Note(terminal, $"{path} names {string.Join(", ", configuration.NamedTwice)} in several places with different types. They are put together here; ONNX Runtime's build keeps the last place. The joined form: onnxconvert required-operators --config {path} -o NEW.config");
        return configuration;
    }

    /// <summary>As the reference's converter names it.</summary>
    private static string DefaultName(bool types) => types ? "required_operators_and_types.config" : "required_operators.config";
}
