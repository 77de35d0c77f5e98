using PulumiNumbers.Tests.Engine.Fakes;

return args switch
{
    ["provider", ..] => await FakePlugin.RunAsync(),
    ["program"] => await FakeProgram.RunAsync(),
    _ => 2,
};
