using Talent.ServiceDefaults;

namespace Talent.Succession.Tests.Api;

public sealed class PermissionTests
{
    [Fact]
    public void EveryMethod_Declares_ThePermissionItShould() => Assert.Equal(
        [
            "GetBoard ReadBoards", "GetBoardVersion ReadBoards", "GetPersonOutlook ReadBoards", "GetPostOutlook ReadBoards",
            "GetVacancyTonight ReadBoards", "ListDiscussions ReadFlags", "ListFlags ReadFlags", "ListPersonReads ReadOwnRecord",
            "RecordDiscussion DiscussFlags", "WatchBoard ReadBoards", "CompareScenario ReadBoards", "GetCalibration ReadRegister",
            "GetForecast ReadBoards", "PlayTrial ReadBoards", "WatchForecast ReadBoards", "BatchCreateNominations WriteNominations",
            "CreateNomination WriteNominations", "DeleteNomination WriteNominations", "ListNominations ReadNominations",
            "UpdateNomination WriteNominations", "GetPipelines ReadBoards",
        ],
        PermissionCatalogue.Of(typeof(SuccessionService).Assembly).Select(method => $"{method.Method} {method.Permission}"));

    [Theory]
    [InlineData(Permission.ReadBoards)]
    [InlineData(Permission.ReadFlags)]
    [InlineData(Permission.DiscussFlags)]
    [InlineData(Permission.ReadNominations)]
    public void WhatShowsCandidates_IsHeldBy_TheGroupsDirectorAlone(Permission permission) =>
        Assert.Equal([Role.GroupHrDirector], RolePermissions.Holding(permission));
}
