using System.CommandLine;
using OnnxConvert.Conformance.Commands;
using Spectre.Console;

var console = AnsiConsole.Create(new AnsiConsoleSettings());
// A log keeps one line per failure; a terminal has its own width.
if (Console.IsOutputRedirected)
    console.Profile.Width = 320;

var root = new RootCommand("Converts recorded TFLite models, runs them, and compares with what TFLite computes.")
{
    SuiteCommand.Models(console),
    SuiteCommand.Cases(console),
    SuiteCommand.Backend(console),
    ClassesCommand.Create(console),
    HybridCommand.Create(console),
    LevelsCommand.Create(console),
    OrtCommand.Create(console),
    ForeignCommand.Create(console),
    RequiredOperatorsCommand.Create(console),
    DoctorCommand.Doctor(console),
    DoctorCommand.Loads(console),
};
return root.Parse(args).Invoke();
