using BuyingGroups.Bench;

return await BenchProgram.RunAsync(args);
