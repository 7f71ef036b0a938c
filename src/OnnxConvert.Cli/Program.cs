using OnnxConvert.Cli;

return await CommandLine.RunAsync(args, Terminal.OfProcess(), new ModelService());
