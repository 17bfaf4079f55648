# 专利许可合同备案指引。条文：专利法实施细则第15、87条；专利法第14、18条；专利实施许可合同备案办法。备案由国家知识产权局办。

licence-recordal = 专利许可合同备案指引
    .short = 许可合同备案
    .about =
        签了专利许可合同，要到国家知识产权局备案。
        在这里答四五个问题，就能知道最晚哪天备案、要带什么材料。
        备案材料不交到我们这里。拿不准的，可以把问题留给工作人员。

licence-recordal-standing = 这件专利现在是什么状态？
    .label = 专利状态
    .opt-in-force = 已经授权，还有效
    .also-in-force = 授权了 | 有效 | 有证书
    .opt-applied = 还在申请，没授权
    .also-applied = 没授权 | 申请中 | 在审
    .opt-ended = 已经失效
    .also-ended = 过期 | 终止 | 被宣告无效 | 到期

licence-recordal-not-granted =
    这里说的是已授权专利的备案。还在申请的，能不能备、怎么备，请先问国家知识产权局武汉代办处。
    想先看看授权以后要准备什么，就点“仍然继续”。

licence-recordal-ended =
    专利终止了，或者被宣告无效了，许可合同就不能备案。
    如果是刚刚忘了交年费，也许还能恢复，请尽快问国家知识产权局。

licence-recordal-look-up = 备案前，请先看两样：专利是不是还有效，登记的专利权人是谁。可以在国家知识产权局网站上查，也可以办一份专利登记簿副本。

licence-recordal-licence-kind = 合同约定的是哪种许可？
    .hint =
        独占：只有被许可人能用，专利权人自己也不能用。
        排他：专利权人和被许可人能用，不再许可别人。
        普通：还能许可别人。
    .label = 许可方式
    .opt-exclusive = 独占许可
    .also-exclusive = 独占
    .opt-sole = 排他许可
    .also-sole = 排他
    .opt-ordinary = 普通许可
    .also-ordinary = 普通 | 一般许可
    .opt-cross = 交叉许可
    .also-cross = 互相许可 | 交叉
    .opt-sub = 分许可
    .also-sub = 再许可 | 转许可
    .opt-open = 开放许可
    .also-open = 开放

licence-recordal-cross = 交叉许可两边都有专利，合同里要把每件专利都写清楚，两边的材料都要备齐。

licence-recordal-sub = 分许可要有依据：原来的许可合同写明可以再许可，或者有原许可人的书面同意。

licence-recordal-effective-on = 合同从哪天起生效？
    .why = 从这一天起算，3个月内要备案。
    .hint = 例如：11月3日。合同写“签字之日起生效”的，就写签字那天。还没签就点“不知道”。
    .label = 合同生效日

licence-recordal-deadline = 最晚<b>{ $by-day }</b>要备案：从合同生效之日起3个月内（专利法实施细则第15条）。

licence-recordal-late = 3个月的期限是{ $by-day }，已经过了。过了期限也可以去办，但收不收、要不要说明原因，请先问国家知识产权局武汉代办处。

licence-recordal-undated = 期限是合同生效之日起3个月内（专利法实施细则第15条）。合同签好以后，请把最后一天记下来。

licence-recordal-sides = 合同双方都在中国内地吗？
    .hint = 港澳台也按境外选。
    .label = 双方所在地
    .opt-both-mainland = 都在内地
    .also-both-mainland = 都在国内 | 都在中国 | 是
    .opt-licensee-abroad = 被许可人在境外
    .also-licensee-abroad = 许可给外国公司 | 许可给国外
    .opt-licensor-abroad = 许可人在境外
    .also-licensor-abroad = 外国公司许可给我 | 引进国外专利
    .opt-both-abroad = 双方都在境外
    .also-both-abroad = 都在国外

licence-recordal-export =
    专利许可给境外，属于技术出口，要先过商务部门这一关：自由类技术登记合同，限制类技术先拿许可证，禁止类技术不能出口。
    登记证书或许可证，备案时要用。

licence-recordal-import = 从境外引进专利，属于技术进口：自由类技术到商务部门登记合同，限制类技术先拿许可证。登记证书或许可证请留好。

licence-recordal-agency = 境外的一方在内地没有经常居所或营业所的，要委托专利代理机构来办。

licence-recordal-burdens = 这件专利有没有下面的情况？
    .hint = 可以选几项。
    .label = 共有或质押
    .opt-co-owned = 有别的共有人
    .also-co-owned = 共有 | 共同专利权人
    .opt-pledged = 正在质押
    .also-pledged = 质押 | 质押贷款
    .opt-neither = 都没有
    .also-neither = 没有 | 无 | 都没有 | 都不是 | 没有这些情况

licence-recordal-co-owned-ordinary = 普通许可，共有人可以自己决定，不用别人同意，但收到的使用费要分给其他共有人（专利法第14条）。共有人之间另有约定的，按约定。

licence-recordal-co-owned = 这种许可要全体共有人同意，请备好他们的书面同意（专利法第14条）。共有人之间另有约定的，按约定。

licence-recordal-pledged = 专利在质押，许可要先经质权人同意，请备好他的书面同意。

licence-recordal-papers =
    <b>专利许可合同备案：材料清单</b>
    1. 备案申请表，照表上的要求签字或盖章
    2. 许可合同：写明双方、专利号、许可方式和期限
    3. 双方的身份证明，单位用营业执照
    4. 托人去办的，委托书和经办人的身份证明
    5. 有共有人或质权人的，他们的书面同意

    <b>去哪里办</b>：国家知识产权局网上，或者国家知识产权局武汉代办处的窗口。一般7个工作日审完。
    <b>先自己查三样</b>：许可期限没有超过专利有效期；年费没有欠；同一份合同没有备过案。
    <b>有什么用</b>：办外汇、海关手续时作凭据，打侵权官司算赔偿时作参考。
    清单以国家知识产权局公布的为准。

licence-recordal-papers-abroad =
    <b>涉外专利许可合同备案：材料清单</b>
    1. 备案申请表，照表上的要求签字或盖章
    2. 许可合同：写明双方、专利号、许可方式和期限；外文合同附中文译本
    3. 双方的身份证明，外文的附中文译文
    4. 技术进出口合同的登记证书或许可证（双方都在境外的，先问窗口要不要）
    5. 委托书；境外一方要委托专利代理机构的，写明代理机构
    6. 有共有人或质权人的，他们的书面同意

    <b>先后</b>：先到商务部门办技术进出口，再备案。
    <b>去哪里办</b>：国家知识产权局网上，或者国家知识产权局武汉代办处的窗口。一般7个工作日审完。
    <b>有什么用</b>：办外汇、海关手续时作凭据，打侵权官司算赔偿时作参考。
    清单以国家知识产权局公布的为准。

licence-recordal-papers-open =
    <b>开放许可备案：材料清单</b>
    开放许可不用另签许可合同。双方谈成以后，凭能证明谈成的书面文件备案（专利法实施细则第87条）。
    1. 备案申请表
    2. 被许可人给专利权人的书面通知
    3. 按公告的标准付使用费的凭证
    4. 双方的身份证明；托人去办的，加上委托书

    <b>去哪里办</b>：国家知识产权局网上，或者国家知识产权局武汉代办处的窗口。
    清单以国家知识产权局公布的为准。

licence-recordal-wish = 还需要什么？
    .label = 下一步
    .opt-ask-staff = 问工作人员
    .also-ask-staff = 人工 | 咨询 | 还有问题
    .opt-related = 看看别的服务
    .also-related = 技术出口 | 转让 | 找代理机构
    .opt-done = 不用了
    .also-done = 谢谢 | 够了 | 没有了 | 没有 | 不用

licence-recordal-related = 下面这些也许用得上：

licence-recordal-details = 您想问工作人员什么？
    .hint = 例如：合同是去年签的，一直没备案，现在去办要补什么？
    .label = 问题

licence-recordal-patents = 是哪几件专利？
    .hint = 几个号码就分行写，例如：ZL 2024 1 1234567.5
    .label = 专利号

licence-recordal-next =
    工作人员看过以后和您联系。
    这是一次咨询，不等于备案。备案的期限照样在走，请别等我们。

licence-recordal-who = 只有办理这件事的工作人员能看到。

licence-recordal-state-contacted = 已和您联系
licence-recordal-state-advised = 已答复
licence-recordal-state-referred = 已转介其他单位
licence-recordal-state-declined = 没能办理

licence-recordal-paper-contract = 许可合同
licence-recordal-paper-register-copy = 专利登记簿副本
licence-recordal-paper-co-owner-consent = 共有人的书面同意
licence-recordal-paper-pledgee-consent = 质权人的书面同意
licence-recordal-paper-trade-certificate = 技术进出口登记证书或许可证

# $receipt 受理编号；$paper 要补的材料；$reason 工作人员写的原因或结果
licence-recordal-reply-acknowledge =
    您好，您的咨询{ $receipt }我们收到了，正在看。看完就和您联系。
    .label = 已收到
licence-recordal-reply-ask-papers =
    您好，为了把{ $receipt }看清楚，还想请您补充：{ $paper }。
    打开“查进度”，选“补充材料”，就可以发过来。手头没有也请告诉我们一声。
    .label = 请补材料
licence-recordal-reply-transfer =
    您好，{ $receipt }由其他单位来办更合适。说明如下：
    { $reason }
    .label = 转介其他单位
licence-recordal-reply-accepted =
    您好，{ $receipt }由我们来帮您看。接下来这样做：
    { $reason }
    .label = 我们来办
licence-recordal-reply-declined =
    您好，很抱歉，{ $receipt }我们没能办。原因如下：
    { $reason }
    情况有变化，欢迎再来找我们。
    .label = 没能办理
licence-recordal-reply-close =
    您好，{ $receipt }已经办结。结果如下：
    { $reason }
    还有没弄清楚的，30天内可以在“查进度”里申请重新办理。
    .label = 已办结
