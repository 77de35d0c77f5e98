using PulumiNumbers.Emulator;

await using var server = await EmulatorServer.StartAsync();
Console.WriteLine(server.BaseAddress);
await server.WaitForShutdownAsync();
